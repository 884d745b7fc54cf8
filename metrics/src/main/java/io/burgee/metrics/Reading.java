package io.burgee.metrics;

import java.util.OptionalLong;

/** What came of a query. */
public sealed interface Reading {

  /**
   * One number.
   *
   * @param samples how many measurements stand behind it; absent where the source can't say
   */
  record Value(double value, OptionalLong samples) implements Reading {
    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(value + " is no measurement");
      }
    }
  }

  /** The source answered, but not with one number; {@code why} tells what it said. */
  record NoData(String why) implements Reading {}

  /** There was no answer that could be read; {@code why} holds no credentials. */
  record Unreachable(String why) implements Reading {}
}
