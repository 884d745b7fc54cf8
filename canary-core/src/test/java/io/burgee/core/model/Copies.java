package io.burgee.core.model;

import io.burgee.core.Answers;
import io.burgee.core.CheckResult;
import io.burgee.core.Facts;
import io.burgee.core.Plan;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import io.burgee.core.Verdict;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values with something changed, for {@link Defects}. */
final class Copies {
  private Copies() {}

  static Facts canary(Facts f, Facts.Workload canary) {
    return facts(f, f.target(), f.primary(), canary, f.candidateIntact());
  }

  static Facts primary(Facts f, Facts.Workload primary) {
    return facts(f, f.target(), primary, f.canary(), f.candidateIntact());
  }

  static Facts intact(Facts f) {
    return facts(f, f.target(), f.primary(), f.canary(), true);
  }

  /** As if the target, and its pods, were at that revision. */
  static Facts target(Facts f, Revision revision) {
    var canary =
        new Facts.Workload(
            Optional.of(revision),
            f.canary().readiness(),
            f.canary().desired(),
            f.canary().available());
    return facts(f, new Facts.Target.At(revision), f.primary(), canary, f.candidateIntact());
  }

  static Facts.Workload ready(Facts.Workload w) {
    return new Facts.Workload(w.runs(), new Facts.Readiness.Ready(), 2, 2);
  }

  private static Facts facts(
      Facts f, Facts.Target target, Facts.Workload primary, Facts.Workload canary, boolean intact) {
    return new Facts(
        target, primary, canary, f.routing(), intact, f.verbs(), f.deleted(), f.answers());
  }

  static Facts judged(Facts f, UnaryOperator<Verdict> wrong) {
    var checks =
        f.answers()
            .checks()
            .map(
                all ->
                    all.stream()
                        .map(
                            c ->
                                new CheckResult(
                                    c.name(),
                                    wrong.apply(c.verdict()),
                                    c.value(),
                                    c.bounds(),
                                    c.samples(),
                                    c.window(),
                                    c.query()))
                        .toList());
    return f.with(new Answers(checks, f.answers().hooks()));
  }

  static Progress unseen(Progress p) {
    var r = p.revisions();
    var unseen = new Progress.Revisions(r.promoted(), r.candidate(), Optional.empty());
    return progress(p, p.stage(), unseen, p.traffic(), p.times());
  }

  static Progress staged(Progress p, Stage stage, Traffic traffic) {
    return progress(p, stage, p.revisions(), traffic, p.times());
  }

  static Progress timed(Progress p, Progress.Times times) {
    return progress(p, p.stage(), p.revisions(), p.traffic(), times);
  }

  /** As if the route had shown the intent long ago. */
  static Progress drained(Progress p) {
    var longAgo = Times.NOW.minus(Times.MINUTE).minus(Times.MINUTE);
    return timed(p, p.times().settledAt(longAgo));
  }

  private static Progress progress(
      Progress p,
      Stage stage,
      Progress.Revisions revisions,
      Traffic traffic,
      Progress.Times times) {
    return new Progress(
        stage,
        p.outcome(),
        revisions,
        traffic,
        p.step(),
        p.tally(),
        times,
        p.holds(),
        p.heard(),
        p.run(),
        p.reason(),
        p.checks());
  }

  static Plan awake(Plan p) {
    return Setup.copy(p, p.hooks(), false);
  }
}
