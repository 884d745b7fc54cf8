package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all checks of one interval say together. A check that was asked and is not among the answers
 * is unknown.
 */
record Judgement(List<String> failing, List<String> unknown) {

  static Judgement of(List<Check> asked, List<CheckResult> answers) {
    var failing = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    for (var answer : answers) {
      switch (answer.verdict()) {
        case Verdict.Passing() -> {}
        case Verdict.Failing(var why) -> failing.add(why);
        case Verdict.Unknown(var why) -> unknown.add(why);
      }
    }
    var answered = answers.stream().map(CheckResult::name).collect(Collectors.toSet());
    asked.stream()
        .map(Check::name)
        .filter(name -> !answered.contains(name))
        .forEach(name -> unknown.add("metric " + name + " gave no answer"));
    return new Judgement(List.copyOf(failing), List.copyOf(unknown));
  }

  /** What hooks say that are checks. */
  static Judgement of(Replies replies) {
    return new Judgement(replies.failures(), replies.silences());
  }

  Judgement and(Judgement other) {
    return new Judgement(
        Stream.concat(failing.stream(), other.failing.stream()).toList(),
        Stream.concat(unknown.stream(), other.unknown.stream()).toList());
  }

  boolean fails() {
    return !failing.isEmpty();
  }

  boolean passes() {
    return failing.isEmpty() && unknown.isEmpty();
  }

  /** One interval adds at most one to each; answers in full end a row of unknowns. */
  Progress.Tally addTo(Progress.Tally before) {
    return new Progress.Tally(
        before.failed() + (failing.isEmpty() ? 0 : 1),
        unknown.isEmpty() ? 0 : before.unknown() + 1);
  }

  String reason() {
    return Stream.concat(failing.stream(), unknown.stream()).collect(Collectors.joining("; "));
  }

  /** Whether this ends the run, counted as in {@code tally}; and in which words. */
  java.util.Optional<String> verdict(Plan plan, Progress.Tally tally) {
    if (fails() && tally.failed() >= plan.threshold()) {
      return java.util.Optional.of("failed checks threshold reached " + tally.failed());
    }
    if (tally.unknown() >= plan.threshold() && !plan.waitOnUnknown()) {
      return java.util.Optional.of("no answer for " + tally.unknown() + " intervals: " + reason());
    }
    return java.util.Optional.empty();
  }

  /** All failures; silence only until a row of it is as long as would end a run. */
  List<Notice> notices(Plan plan, Progress.Tally tally) {
    var silences = tally.unknown() <= plan.threshold() ? unknown : List.<String>of();
    return Stream.concat(failing.stream(), silences.stream()).map(Notice::warning).toList();
  }
}
