package io.burgee.mesh;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what was rendered with what the API server has. */
public final class Rendered {
  private Rendered() {}

  /**
   * Whether {@code live} holds all that {@code rendered} says. Fields that we don't render are
   * others' business; a list is one value, as in server-side apply of lists without keys. Empty and
   * absent are the same.
   */
  public static boolean covers(@Nullable Object rendered, @Nullable Object live) {
    return switch (rendered) {
      case null -> true;
      case Map<?, ?> map -> coversMap(map, live);
      case List<?> list -> equalLists(list, live);
      default -> equal(rendered, live);
    };
  }

  private static boolean coversMap(Map<?, ?> rendered, @Nullable Object live) {
    var other = live instanceof Map<?, ?> map ? map : Map.of();
    return rendered.entrySet().stream()
        .allMatch(entry -> covers(entry.getValue(), other.get(entry.getKey())));
  }

  /** Whether two values are the same to the last field; 1 and 1.0 are one number. */
  private static boolean equal(@Nullable Object one, @Nullable Object other) {
    return switch (one) {
      case null -> other == null;
      case Map<?, ?> map ->
          other instanceof Map<?, ?> that
              && map.keySet().equals(that.keySet())
              && map.keySet().stream().allMatch(key -> equal(map.get(key), that.get(key)));
      case List<?> list -> equalLists(list, other);
      case Number number ->
          other instanceof Number that && decimal(number).compareTo(decimal(that)) == 0;
      default -> one.equals(other);
    };
  }

  private static boolean equalLists(List<?> one, @Nullable Object other) {
    var that = other instanceof List<?> list ? list : List.of();
    if (one.size() != that.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!equal(one.get(i), that.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }
}
