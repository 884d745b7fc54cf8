package io.burgee.helm.template;

import io.burgee.helm.value.GoInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code if} takes for true: all but zeros, empty ones and nothing. */
public final class Truth {
  private Truth() {}

  public static boolean of(@Nullable Object value) {
    return switch (Boxed.open(value)) {
      case null -> false;
      case Boolean truth -> truth;
      case String text -> !text.isEmpty();
      case Long number -> number != 0;
      case Double number -> number != 0;
      case GoInteger number -> number.bits() != 0;
      case byte[] bytes -> bytes.length > 0;
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Complex number -> !number.isZero();
      default -> true;
    };
  }
}
