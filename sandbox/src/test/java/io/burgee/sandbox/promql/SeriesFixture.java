package io.burgee.sandbox.promql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Series with one sample every fifteen seconds from second 0 on; NaN leaves a gap. */
final class SeriesFixture implements SeriesSource {
  static final int STEP_SECONDS = 15;

  private final List<Series> all = new ArrayList<>();

  static Instant second(long second) {
    return Instant.ofEpochSecond(second);
  }

  SeriesFixture add(String metric, Map<String, String> labels, double... values) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        points.add(new Point(second((long) i * STEP_SECONDS), values[i]));
      }
    }
    all.add(new Series(Labels.of(metric, labels), points));
    return this;
  }

  /** The series ended after its last sample. */
  SeriesFixture addStale(String metric, Map<String, String> labels, double value, long atSecond) {
    var points = List.of(new Point(second(0), value), new Point(second(atSecond), 0, true));
    all.add(new Series(Labels.of(metric, labels), points));
    return this;
  }

  @Override
  public List<Series> select(Predicate<Labels> wanted, Instant from, Instant to) {
    return all.stream()
        .filter(series -> wanted.test(series.labels()))
        .map(series -> new Series(series.labels(), within(series.points(), from, to)))
        .filter(series -> !series.points().isEmpty())
        .toList();
  }

  private static List<Point> within(List<Point> points, Instant from, Instant to) {
    return points.stream().filter(p -> p.at().isAfter(from) && !p.at().isAfter(to)).toList();
  }
}
