package io.burgee.operator.canary;

import io.burgee.api.BurgeeRun;
import io.burgee.api.BurgeeStatus;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import io.burgee.core.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The runs that a status remembers. */
final class Runs {
  private static final int REMEMBERED = 5;

  private Runs() {}

  /** The last few, after a move from {@code before} to {@code after}. */
  static List<BurgeeRun> of(BurgeeStatus burgee, Progress before, Progress after, Instant now) {
    var runs = new ArrayList<>(Objects.requireNonNullElse(burgee.getRuns(), List.<BurgeeRun>of()));
    if (after.run() > before.run()) {
      if (isUnderWay(runs)) {
        runs.getLast().setEndedAt(now);
        runs.getLast().setReason("another revision of the target was detected");
      }
      var run = new BurgeeRun();
      run.setRevision(after.revisions().candidate().map(Revision::id).orElse(null));
      run.setStartedAt(now);
      runs.add(run);
    }
    if (after.stage() == Stage.AT_REST && before.stage() != Stage.AT_REST && isUnderWay(runs)) {
      end(runs.getLast(), after, now);
    }
    return runs.subList(Math.max(0, runs.size() - REMEMBERED), runs.size());
  }

  private static boolean isUnderWay(List<BurgeeRun> runs) {
    return !runs.isEmpty() && runs.getLast().getEndedAt() == null;
  }

  private static void end(BurgeeRun run, Progress after, Instant now) {
    run.setEndedAt(now);
    if (after.revisions().calledOff()) {
      run.setReason("the target was reverted to the promoted revision");
      return;
    }
    run.setOutcome(ProgressCodec.text(after.outcome()));
    run.setReason(after.reason());
  }
}
