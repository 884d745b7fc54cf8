package io.burgee.metrics;

import java.time.Instant;

/** Where measurements come from. Instances are safe for use by several threads. */
public interface MetricSource {

  /**
   * Asks once and waits for the answer, at most some seconds: call it on a virtual thread. Never
   * throws for what the source does or fails to do; only an answer with exactly one number becomes
   * a {@link Reading.Value}.
   *
   * @param now the end of the query's window, for sources that want to be told
   */
  Reading read(Query query, Instant now);
}
