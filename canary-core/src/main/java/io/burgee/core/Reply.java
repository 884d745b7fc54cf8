package io.burgee.core;

/** What came back from a webhook. Nobody's silence is taken for an answer. */
public sealed interface Reply {

  record Yes() implements Reply {}

  /** It answered, and the answer is no. */
  record No(String why) implements Reply {}

  /** It could not be reached, did not answer in time, or could not make up its mind. */
  record Silent(String why) implements Reply {}
}
