package io.burgee.mesh;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads one JSON object, held as Java collections, field by field; {@code path} says where it is.
 */
record Json(Map<String, ?> fields, String path) {

  /** An unmodifiable copy, all levels, that keeps the order of fields and drops null ones. */
  static <V> Map<String, V> copy(Map<String, V> map) {
    var copy = new LinkedHashMap<String, V>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            copy.put(key, frozen(value));
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  @SuppressWarnings("unchecked") // a copy has its original's type
  private static <V> V frozen(V value) {
    return switch (value) {
      case Map<?, ?> map -> (V) copy((Map<String, Object>) map);
      case List<?> list -> (V) list.stream().filter(Objects::nonNull).map(Json::frozen).toList();
      default -> value;
    };
  }

  int integer(String name) {
    return value(name, Number.class).map(Number::intValue).orElse(0);
  }

  boolean flag(String name) {
    return value(name, Boolean.class).orElse(false);
  }

  String text(String name) {
    return value(name, String.class).orElse("");
  }

  List<String> texts(String name) {
    return elements(name, String.class);
  }

  Json object(String name) {
    return new Json(map(name), path + "." + name);
  }

  Map<String, Object> map(String name) {
    return value(name, Map.class).map(Json::keyed).orElse(Map.of());
  }

  List<Map<String, Object>> maps(String name) {
    return elements(name, Map.class).stream().map(Json::keyed).toList();
  }

  Map<String, String> textMap(String name) {
    return map(name).entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry -> String.valueOf(entry.getValue()),
                (first, _) -> first,
                LinkedHashMap::new));
  }

  private <T> List<T> elements(String name, Class<T> type) {
    List<?> list = value(name, List.class).orElse(List.of());
    return list.stream().<T>map(element -> checked(name, element, type)).toList();
  }

  private <T> Optional<T> value(String name, Class<T> type) {
    return Optional.ofNullable(fields.get(name)).map(value -> checked(name, value, type));
  }

  private <T> T checked(String name, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          path + "." + name + " must be a " + type.getSimpleName() + ", not " + value);
    }
    return type.cast(value);
  }

  private static Map<String, Object> keyed(Map<?, ?> map) {
    var result = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> result.put(String.valueOf(key), value));
    return result;
  }
}
