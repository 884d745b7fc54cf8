package io.burgee.operator.sandbox;

import io.burgee.operator.view.Columns;
import io.burgee.operator.view.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one release.
 *
 * @param weights the canary's shares one after the other, in percent, without zero
 * @param dropped requests that found no pod to answer them
 * @param requests of the operator to the API server, watches included
 */
record Result(
    Scenario.Release release,
    Outcome outcome,
    List<Integer> weights,
    Duration took,
    long dropped,
    long requests,
    String why) {

  /** How a release ended, as far as a look at it can tell. */
  enum Outcome {
    PROMOTED("promoted"),
    ROLLED_BACK("rolled back"),
    /** Its end was not seen in time, or the primary runs something else than it should. */
    UNDECIDED("no end");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }
  }

  boolean asExpected() {
    return switch (release.expected()) {
      case PROMOTED -> outcome == Outcome.PROMOTED;
      case ROLLED_BACK -> outcome == Outcome.ROLLED_BACK;
    };
  }

  /** A promoted version has all requests, as the primary. */
  private String shares() {
    var shares = new ArrayList<>(weights);
    if (outcome == Outcome.PROMOTED) {
      shares.add(100);
    }
    return shares.isEmpty()
        ? Texts.NONE
        : shares.stream().map(String::valueOf).collect(Collectors.joining(" ", "", " %"));
  }

  static List<String> table(List<Result> results) {
    var table =
        new Columns(
            "VERSION",
            "EXPECTED",
            "OUTCOME",
            "WEIGHTS",
            "TOOK",
            "DROPPED REQUESTS",
            "API REQUESTS",
            "WHY");
    results.forEach(
        result ->
            table.row(
                result.release.name(),
                result.release.expected().text(),
                result.outcome.text,
                result.shares(),
                Texts.duration(result.took),
                Long.toString(result.dropped),
                Long.toString(result.requests),
                result.why));
    return table.lines();
  }
}
