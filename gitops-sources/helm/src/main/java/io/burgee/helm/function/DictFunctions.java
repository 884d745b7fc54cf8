package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.DICT;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dicts. Some change their argument, as Sprig's do. */
final class DictFunctions {
  private DictFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("dict", List.of(), ANY, DictFunctions::dict);
    table.add("get", List.of(DICT, STRING), DictFunctions::get);
    table.add("set", List.of(DICT, STRING, ANY), DictFunctions::set);
    table.add("unset", List.of(DICT, STRING), DictFunctions::unset);
    table.add("hasKey", List.of(DICT, STRING), a -> a.dict(0).containsKey(a.string(1)));
    table.add("pluck", List.of(STRING), DICT, DictFunctions::pluck);
    table.add("keys", List.of(), DICT, DictFunctions::keys);
    table.add("values", List.of(DICT), DictFunctions::values);
    table.add("pick", List.of(DICT), STRING, DictFunctions::pick);
    table.add("omit", List.of(DICT), STRING, DictFunctions::omit);
    table.add("merge", List.of(DICT), DICT, a -> merge(a, false));
    table.alias("mustMerge", "merge");
    table.add("mergeOverwrite", List.of(DICT), DICT, a -> merge(a, true));
    table.alias("mustMergeOverwrite", "mergeOverwrite");
    table.add("dig", List.of(), ANY, DictFunctions::dig);
    table.add("deepCopy", List.of(ANY), DictFunctions::deepCopy);
    table.alias("mustDeepCopy", "deepCopy");
  }

  private static Map<String, @Nullable Object> dict(Arguments a) {
    a.meter().list(a.count());
    var dict = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < a.count(); i += 2) {
      dict.put(Casts.text(a.any(i)), i + 1 < a.count() ? a.any(i + 1) : "");
    }
    return dict;
  }

  private static @Nullable Object get(Arguments a) {
    return a.dict(0).containsKey(a.string(1)) ? a.dict(0).get(a.string(1)) : "";
  }

  private static Object set(Arguments a) {
    var dict = a.dict(0);
    if (isNil(dict)) {
      throw new GoException("assignment to entry in nil map");
    }
    a.meter().list(1);
    dict.put(a.string(1), a.any(2));
    return dict;
  }

  private static boolean isNil(Map<String, @Nullable Object> dict) {
    return dict.isEmpty() && dict instanceof GoMap map && map.isNil();
  }

  private static Object unset(Arguments a) {
    if (!isNil(a.dict(0))) {
      a.dict(0).remove(a.string(1));
    }
    return a.dict(0);
  }

  private static Object pluck(Arguments a) {
    var found = new ArrayList<@Nullable Object>();
    for (int i = 1; i < a.count(); i++) {
      if (a.dict(i).containsKey(a.string(0))) {
        found.add(a.dict(i).get(a.string(0)));
      }
    }
    return found;
  }

  /** Go gives them in no order; here they are sorted, so that a chart gives the same twice. */
  private static Object keys(Arguments a) {
    var keys = new ArrayList<String>();
    for (int i = 0; i < a.count(); i++) {
      keys.addAll(sortedKeys(a.dict(i)));
    }
    a.meter().list(keys.size());
    return GoSlice.strings(keys);
  }

  private static List<String> sortedKeys(Map<String, @Nullable Object> dict) {
    return dict.keySet().stream().sorted(GoStrings.ORDER).toList();
  }

  private static Object values(Arguments a) {
    var dict = a.dict(0);
    a.meter().list(dict.size());
    var values = new ArrayList<@Nullable Object>();
    sortedKeys(dict).forEach(key -> values.add(dict.get(key)));
    return values;
  }

  private static Object pick(Arguments a) {
    var picked = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 1; i < a.count(); i++) {
      if (a.dict(0).containsKey(a.string(i))) {
        picked.put(a.string(i), a.dict(0).get(a.string(i)));
      }
    }
    return picked;
  }

  private static Object omit(Arguments a) {
    a.meter().list(a.dict(0).size());
    var rest = new LinkedHashMap<>(a.dict(0));
    rest.keySet().removeAll(new HashSet<>(a.rest(1)));
    return rest;
  }

  private static Object merge(Arguments a, boolean overwrite) {
    var merging = new Merging(overwrite, a.meter());
    var into = a.dict(0);
    for (int i = 1; i < a.count(); i++) {
      if (isNil(into) && !isNil(a.dict(i))) {
        into = new LinkedHashMap<>();
      }
      merging.merge(into, a.dict(i));
    }
    return into;
  }

  private static @Nullable Object deepCopy(Arguments a) {
    if (a.any(0) == null) {
      throw new GoException("reflect: call of reflect.Value.Type on zero Value");
    }
    return new DeepCopy(a.meter()).of(a.any(0));
  }

  private static @Nullable Object dig(Arguments a) {
    int last = a.count() - 1;
    if (last < 2) {
      throw new GoException("dig needs at least three arguments");
    }
    @Nullable Object at = asDict(a.any(last));
    for (var key : a.rest(0).subList(0, last - 1)) {
      if (!(key instanceof String)) {
        throw conversion(key, "string");
      }
    }
    for (int i = 0; i < last - 1; i++) {
      var dict = asDict(at);
      if (!dict.containsKey(a.string(i))) {
        return a.any(last - 1);
      }
      at = dict.get(a.string(i));
    }
    return at;
  }

  /** A named type, such as that of {@code .Values}, is another one. */
  private static Map<?, ?> asDict(@Nullable Object value) {
    var type = GoType.of(value);
    if (value instanceof Map<?, ?> map && type != null && type.equals(DICT)) {
      return map;
    }
    throw conversion(value, DICT.name());
  }

  private static GoException conversion(@Nullable Object value, String wanted) {
    var type = GoType.of(value);
    return new GoException(
        "interface conversion: interface {} is "
            + (type == null ? "nil" : type.name())
            + ", not "
            + wanted);
  }
}
