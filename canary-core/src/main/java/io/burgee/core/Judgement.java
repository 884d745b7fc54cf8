package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    var all = new ArrayList<>(failing);
    all.addAll(unknown);
    return String.join("; ", all);
  }

  List<Notice> notices() {
    var all = new ArrayList<Notice>();
    failing.forEach(why -> all.add(Notice.warning(why)));
    unknown.forEach(why -> all.add(Notice.warning(why)));
    return List.copyOf(all);
  }
}
