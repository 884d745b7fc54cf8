package io.burgee.core;

/** What one check says. {@link Unknown} is neither good nor bad: there was no answer to judge. */
public sealed interface Verdict {

  /** The value lies within its bounds. */
  record Passing() implements Verdict {}

  /** The value lies outside its bounds; {@code why} names value and bound. */
  record Failing(String why) implements Verdict {}

  /** There is no value: no samples, no answer in time, an answer that can't be read. */
  record Unknown(String why) implements Verdict {}
}
