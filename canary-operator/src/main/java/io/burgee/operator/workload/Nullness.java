package io.burgee.operator.workload;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kubernetes' models leave out what is empty. */
final class Nullness {
  private Nullness() {}

  static <T> Stream<T> stream(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }

  static Map<String, String> map(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  static int orZero(@Nullable Integer value) {
    return Objects.requireNonNullElse(value, 0);
  }

  static long orZero(@Nullable Long value) {
    return Objects.requireNonNullElse(value, 0L);
  }
}
