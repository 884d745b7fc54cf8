package io.burgee.sandbox.promql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much a counter grew in a window. The samples rarely reach its ends, so growth is
 * extrapolated: to an end that is near, else by half a sample distance; never before the moment at
 * which the counter would have been zero.
 */
final class Rate {
  /** An end is near within this share of the average distance of two samples. */
  private static final double NEAR = 1.1;

  private Rate() {}

  /** Empty with fewer than two samples. */
  static OptionalDouble increase(List<Point> samples, Instant from, Instant to) {
    var points = samples.stream().filter(point -> !point.stale()).toList();
    if (points.size() < 2) {
      return OptionalDouble.empty();
    }
    double growth = growth(points);
    var first = points.getFirst();
    double sampled = seconds(first.at(), points.getLast().at());
    double distance = sampled / (points.size() - 1);
    double before = reach(seconds(from, first.at()), distance);
    double after = reach(seconds(points.getLast().at(), to), distance);
    if (growth > 0 && first.value() >= 0) {
      before = Math.min(before, sampled * (first.value() / growth));
    }
    return OptionalDouble.of(growth * ((sampled + before + after) / sampled));
  }

  private static double reach(double gap, double distance) {
    return gap >= distance * NEAR ? distance / 2 : gap;
  }

  /** A value below its predecessor is a restart from zero. */
  private static double growth(List<Point> points) {
    double growth = points.getLast().value() - points.getFirst().value();
    for (int i = 1; i < points.size(); i++) {
      double previous = points.get(i - 1).value();
      growth += points.get(i).value() < previous ? previous : 0;
    }
    return growth;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
