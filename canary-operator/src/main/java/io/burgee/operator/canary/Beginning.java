package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Outcome;
import io.burgee.core.Progress;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Canary that was given another target begins anew with it. */
final class Beginning {
  private Beginning() {}

  /** What to go on from: what was recorded, unless it is of another target. */
  static Progress of(Canary canary, Release release, Progress recorded, Instant now) {
    var status = canary.getStatus();
    var burgee = status == null ? null : status.getBurgee();
    var target = burgee == null ? null : burgee.getTarget();
    return target == null
            || recorded.stage() == Stage.NEW
            || Specs.isAbout(recorded.stage())
            || target.equals(Recorder.targetOf(release.identity()))
        ? recorded
        : anew(recorded, now);
  }

  /** What users were answered is kept, and runs go on being counted. */
  private static Progress anew(Progress recorded, Instant now) {
    return new Progress(
        Stage.NEW,
        Outcome.INITIALIZED,
        new Progress.Revisions(Optional.empty(), Optional.empty(), Optional.empty()),
        Traffic.NONE,
        0,
        Progress.Tally.ZERO,
        Progress.Times.since(now),
        Progress.Holds.NONE,
        recorded.heard(),
        recorded.run(),
        recorded.reason(),
        List.of());
  }
}
