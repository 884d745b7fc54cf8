package io.burgee.metrics;

import io.burgee.core.Bounds;
import java.util.OptionalDouble;

/** What a check measures: its unit, and how the reference words it. */
public enum Measure {
  /** In percent. */
  SUCCESS_RATE("request-success-rate") {
    @Override
    String breach(String metric, double value, String sign, double bound) {
      return "success rate %s%% %s %s%%"
          .formatted(Wording.twoDecimals(value), sign, Wording.shortest(bound));
    }

    @Override
    Bounds fromThreshold(double threshold) {
      return Bounds.atLeast(threshold);
    }
  },

  /** In whole milliseconds. */
  DURATION("request-duration") {
    @Override
    String breach(String metric, double value, String sign, double bound) {
      return "request duration %s %s %s"
          .formatted(Wording.milliseconds(value), sign, Wording.milliseconds(bound));
    }

    @Override
    double rounded(double value) {
      return value < 0 ? Math.ceil(value) : Math.floor(value);
    }
  },

  /** A user's query, in a unit of its own. */
  CUSTOM("") {
    @Override
    String breach(String metric, double value, String sign, double bound) {
      return "%s %s %s %s"
          .formatted(metric, Wording.twoDecimals(value), sign, Wording.shortest(bound));
    }
  };

  private final String metric;

  Measure(String metric) {
    this.metric = metric;
  }

  /** The built-in check's name; empty for users' own. */
  public String metric() {
    return metric;
  }

  abstract String breach(String metric, double value, String sign, double bound);

  /** As the reference compares it. */
  double rounded(double value) {
    return value;
  }

  /** What the deprecated single number means. */
  Bounds fromThreshold(double threshold) {
    return Bounds.atMost(rounded(threshold));
  }

  /**
   * The bounds of a check as written: the range, else the deprecated threshold.
   *
   * @throws IllegalArgumentException if nothing bounds the check, or the range is empty: such a
   *     check could only always pass or always fail
   */
  public Bounds bounds(OptionalDouble min, OptionalDouble max, OptionalDouble threshold) {
    if (min.isPresent() || max.isPresent()) {
      return new Bounds(rounded(min), rounded(max));
    }
    if (threshold.isEmpty()) {
      throw new IllegalArgumentException("thresholdRange needs a min or a max");
    }
    return fromThreshold(threshold.getAsDouble());
  }

  private OptionalDouble rounded(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(rounded(value.getAsDouble())) : value;
  }
}
