package io.burgee.core;

import java.util.OptionalDouble;

/**
 * The values a check allows, both ends included. An absent end is open; at least one is present.
 */
public record Bounds(OptionalDouble min, OptionalDouble max) {
  public Bounds {
    if (min.isEmpty() && max.isEmpty()) {
      throw new IllegalArgumentException("bounds need a minimum or a maximum");
    }
    if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
      throw new IllegalArgumentException(
          "minimum " + min.getAsDouble() + " is above maximum " + max.getAsDouble());
    }
  }

  public static Bounds atLeast(double min) {
    return new Bounds(OptionalDouble.of(min), OptionalDouble.empty());
  }

  public static Bounds atMost(double max) {
    return new Bounds(OptionalDouble.empty(), OptionalDouble.of(max));
  }

  public boolean isBelow(double value) {
    return min.isPresent() && value < min.getAsDouble();
  }

  public boolean isAbove(double value) {
    return max.isPresent() && value > max.getAsDouble();
  }
}
