package io.burgee.helm.function;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Go's {@code reflect.DeepEqual}: values of different types are never equal. */
final class Equality {
  private static final int DEEPEST = 1_000;

  private final Meter meter;

  Equality(Meter meter) {
    this.meter = meter;
  }

  boolean equal(@Nullable Object left, @Nullable Object right) {
    return equal(left, right, 0);
  }

  private boolean equal(@Nullable Object left, @Nullable Object right, int depth) {
    meter.step();
    if (left == right && !(left instanceof Double)) {
      return true;
    }
    if (left == null || right == null || depth > DEEPEST) {
      return false;
    }
    if (!Objects.requireNonNull(GoType.of(left)).equals(GoType.of(right))) {
      return false;
    }
    return switch (left) {
      case Map<?, ?> map -> equal(map, (Map<?, ?>) right, depth);
      case List<?> list -> equal(list, (List<?>) right, depth);
      case byte[] bytes -> Arrays.equals(bytes, (byte[]) right);
      case Double number -> number.doubleValue() == (Double) right;
      default -> left.equals(right);
    };
  }

  private boolean equal(Map<?, ?> left, Map<?, ?> right, int depth) {
    return left.size() == right.size()
        && left.entrySet().stream()
            .allMatch(
                entry ->
                    right.containsKey(entry.getKey())
                        && equal(entry.getValue(), right.get(entry.getKey()), depth + 1));
  }

  private boolean equal(List<?> left, List<?> right, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
