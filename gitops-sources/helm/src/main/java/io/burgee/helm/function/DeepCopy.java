package io.burgee.helm.function;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies that share nothing that can change. */
final class DeepCopy {
  private static final int DEEPEST = 1_000;

  private final Meter meter;
  private int depth;

  DeepCopy(Meter meter) {
    this.meter = meter;
  }

  @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case GoMap map -> new GoMap(map.type(), map(map));
      case Map<?, ?> map -> map(map);
      case GoSlice slice -> slice;
      case List<?> list -> list(list);
      case null, default -> value;
    };
  }

  private void deeper(int size) {
    meter.list(size);
    meter.steps(size);
    if (++depth > DEEPEST) {
      throw new LimitException("limit exceeded: more than " + DEEPEST + " values in each other");
    }
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map) {
    deeper(map.size());
    var copy = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(map.size());
    map.forEach((key, value) -> copy.put((String) key, of(value)));
    depth--;
    return copy;
  }

  private List<@Nullable Object> list(List<?> list) {
    deeper(list.size());
    var copy = new ArrayList<@Nullable Object>(list.size());
    list.forEach(value -> copy.add(of(value)));
    depth--;
    return copy;
  }
}
