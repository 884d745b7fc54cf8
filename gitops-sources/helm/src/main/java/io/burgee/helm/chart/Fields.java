package io.burgee.helm.chart;

import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.format.GoReals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a YAML mapping as Go's structs take them: where a text is wanted, a number or truth
 * becomes one; names are compared without regard to case.
 *
 * @param type the struct's name in errors
 */
public record Fields(Map<?, ?> map, String type) {

  private @Nullable Object get(String name) {
    Object exact = map.get(name);
    if (exact != null) {
      return exact;
    }
    for (var entry : map.entrySet()) {
      if (name.equalsIgnoreCase((String) entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Empty if it isn't there. */
  public String text(String name) {
    return text(get(name), name);
  }

  private String text(@Nullable Object value, String name) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Boolean truth -> truth.toString();
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(number.longValue());
      case Double number -> GoReals.text(number);
      default -> throw wrong(value, name, "string");
    };
  }

  boolean truth(String name) {
    return switch (get(name)) {
      case null -> false;
      case Boolean truth -> truth;
      case Object other -> throw wrong(other, name, "bool");
    };
  }

  List<@Nullable Object> list(String name, String wanted) {
    return switch (get(name)) {
      case null -> List.of();
      case List<?> list -> new ArrayList<>(list);
      case Object other -> throw wrong(other, name, wanted);
    };
  }

  /** Mappings, each a struct of that type; null where there is none. */
  List<@Nullable Map<?, ?>> structs(String name, String struct) {
    var structs = new ArrayList<@Nullable Map<?, ?>>();
    for (var each : list(name, "[]*" + struct)) {
      switch (each) {
        case null -> structs.add(null);
        case Map<?, ?> map -> structs.add(map);
        case Object other -> throw wrong(other, name, struct);
      }
    }
    return structs;
  }

  List<String> texts(String name) {
    return list(name, "[]string").stream().map(each -> text(each, name)).toList();
  }

  /** Texts by name; empty if it isn't there. */
  public Map<String, String> dict(String name) {
    var dict = new LinkedHashMap<String, String>();
    switch (get(name)) {
      case null -> {}
      case Map<?, ?> entries ->
          entries.forEach((key, value) -> dict.put((String) key, text(value, name)));
      case Object other -> throw wrong(other, name, "map[string]string");
    }
    return dict;
  }

  /** A mapping in this one; empty if it isn't there. */
  public Fields inner(String name, String wanted) {
    return switch (get(name)) {
      case null -> new Fields(Map.of(), type + "." + name);
      case Map<?, ?> inner -> new Fields(inner, type + "." + name);
      case Object other -> throw wrong(other, name, wanted);
    };
  }

  private GoException wrong(Object value, String name, String wanted) {
    return new GoException(
        "error unmarshaling JSON: while decoding JSON: "
            + JsonCodec.mismatch(value, "")
                .replace(
                    "value of type ", "struct field " + type + "." + name + " of type " + wanted));
  }
}
