package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.INT;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists: none of these changes its arguments. */
final class ListFunctions {
  private ListFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("list", List.of(), ANY, a -> copy(a.meter(), a.rest(0)));
    table.alias("tuple", "list");
    both(table, "append", "mustAppend", List.of(ANY, ANY), ListFunctions::append);
    both(table, "push", "mustPush", List.of(ANY, ANY), ListFunctions::append);
    both(table, "prepend", "mustPrepend", List.of(ANY, ANY), ListFunctions::prepend);
    both(table, "first", "mustFirst", List.of(ANY), a -> end(a, "first", true));
    both(table, "last", "mustLast", List.of(ANY), a -> end(a, "last", false));
    both(table, "rest", "mustRest", List.of(ANY), a -> but(a, "rest", 1, 0));
    both(table, "initial", "mustInitial", List.of(ANY), a -> but(a, "initial", 0, 1));
    both(table, "reverse", "mustReverse", List.of(ANY), ListFunctions::reverse);
    both(table, "uniq", "mustUniq", List.of(ANY), ListFunctions::unique);
    both(table, "compact", "mustCompact", List.of(ANY), ListFunctions::compact);
    both(table, "has", "mustHas", List.of(ANY, ANY), ListFunctions::has);
    both(table, "chunk", "mustChunk", List.of(INT, ANY), ListFunctions::chunk);
    table.add("without", List.of(ANY), ANY, ListFunctions::without);
    table.alias("mustWithout", "without");
    table.add("slice", List.of(ANY), ANY, ListFunctions::slice);
    table.alias("mustSlice", "slice");
    table.add("concat", List.of(), ANY, ListFunctions::concat);
    table.add("sortAlpha", List.of(ANY), ListFunctions::sortAlpha);
  }

  private static void both(
      FunctionTable table,
      String name,
      String must,
      List<GoType> takes,
      io.burgee.helm.value.GoFunction.Body body) {
    table.add(name, takes, body);
    table.alias(must, name);
  }

  private static List<@Nullable Object> copy(Meter meter, List<@Nullable Object> items) {
    meter.list(items.size());
    return new ArrayList<>(items);
  }

  private static List<@Nullable Object> append(Arguments a) {
    var list = copy(a.meter(), Lists.items(a.any(0), "Cannot push on type "));
    list.add(a.any(1));
    return list;
  }

  private static List<@Nullable Object> prepend(Arguments a) {
    var list = copy(a.meter(), Lists.items(a.any(0), "Cannot prepend on type "));
    list.addFirst(a.any(1));
    return list;
  }

  private static @Nullable Object end(Arguments a, String name, boolean first) {
    var list = Lists.items(a.any(0), "Cannot find " + name + " on type ");
    if (list.isEmpty()) {
      return null;
    }
    return first ? list.getFirst() : list.getLast();
  }

  private static Object but(Arguments a, String name, int first, int last) {
    var list = Lists.items(a.any(0), "Cannot find " + name + " on type ");
    if (list.isEmpty()) {
      return GoSlice.nil(GoType.LIST);
    }
    return copy(a.meter(), list.subList(first, list.size() - last));
  }

  private static Object reverse(Arguments a) {
    return copy(a.meter(), Lists.items(a.any(0), "Cannot find reverse on type ").reversed());
  }

  private static Object unique(Arguments a) {
    var equality = new Equality(a.meter());
    var unique = new ArrayList<@Nullable Object>();
    for (var item : Lists.items(a.any(0), "Cannot find uniq on type ")) {
      if (unique.stream().noneMatch(each -> equality.equal(item, each))) {
        unique.add(item);
      }
    }
    return unique;
  }

  private static Object compact(Arguments a) {
    var list = copy(a.meter(), Lists.items(a.any(0), "Cannot compact on type "));
    list.removeIf(Casts::isEmpty);
    return list;
  }

  private static boolean has(Arguments a) {
    if (a.any(1) == null) {
      return false;
    }
    var equality = new Equality(a.meter());
    return Lists.items(a.any(1), "Cannot find has on type ").stream()
        .anyMatch(item -> equality.equal(a.any(0), item));
  }

  private static Object without(Arguments a) {
    var equality = new Equality(a.meter());
    var list = copy(a.meter(), Lists.items(a.any(0), "Cannot find without on type "));
    list.removeIf(item -> a.rest(1).stream().anyMatch(omitted -> equality.equal(item, omitted)));
    return list;
  }

  private static Object chunk(Arguments a) {
    var list = Lists.items(a.any(1), "Cannot chunk type ");
    long size = a.integer(0);
    if (size <= 0) {
      // No chunk has such a size: only where Go needs none it gives none.
      if (size == 0 || list.size() != 1 - size) {
        throw new GoException("runtime error: makeslice: len out of range");
      }
      return GoSlice.of(GoType.LISTS, List.of());
    }
    a.meter().list(list.size());
    var chunks = new ArrayList<@Nullable Object>();
    for (int i = 0; i < list.size(); i += (int) Math.min(size, list.size())) {
      chunks.add(new ArrayList<>(list.subList(i, (int) Math.min(i + size, list.size()))));
    }
    return GoSlice.of(GoType.LISTS, chunks);
  }

  private static @Nullable Object slice(Arguments a) {
    var value = a.any(0);
    var list = Lists.items(value, "list should be type of slice or array but ");
    if (list.isEmpty()) {
      return null;
    }
    long start = a.count() > 1 ? Casts.integer(a.any(1)) : 0;
    long end = a.count() > 2 ? Casts.integer(a.any(2)) : list.size();
    if (start < 0 || end < start || end > list.size()) {
      throw new GoException("reflect.Value.Slice: slice index out of bounds");
    }
    return switch (value) {
      case byte[] bytes -> Arrays.copyOfRange(bytes, (int) start, (int) end);
      case GoSlice typed -> GoSlice.of(typed.type(), typed.subList((int) start, (int) end));
      case null, default -> list.subList((int) start, (int) end);
    };
  }

  private static Object concat(Arguments a) {
    var all = new ArrayList<@Nullable Object>();
    for (var value : a.rest(0)) {
      if (value != null && !Lists.isList(value)) {
        throw new GoException("Cannot concat type " + GoType.kind(value).text() + " as list");
      }
      var items = Lists.items(value, "");
      a.meter().list(all.size() + (long) items.size());
      all.addAll(items);
    }
    return all.isEmpty() ? GoSlice.nil(GoType.LIST) : all;
  }

  private static Object sortAlpha(Arguments a) {
    var texts = new ArrayList<>(Lists.texts(a.any(0)));
    if (a.any(0) == null) {
      texts.add("<nil>");
    }
    a.meter().steps(texts.size());
    texts.sort(GoStrings.ORDER);
    return GoSlice.strings(texts);
  }
}
