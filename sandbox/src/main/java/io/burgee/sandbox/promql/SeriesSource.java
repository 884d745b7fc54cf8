package io.burgee.sandbox.promql;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Where the evaluator gets samples. */
@FunctionalInterface
public interface SeriesSource {
  /** Series that {@code wanted} accepts, with their points after {@code from} up to {@code to}. */
  List<Series> select(Predicate<Labels> wanted, Instant from, Instant to);
}
