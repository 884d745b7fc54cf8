package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Decision;
import io.burgee.core.Guard;
import io.burgee.core.Notice;
import io.burgee.core.Progress;
import io.burgee.core.Report;
import io.burgee.core.Stage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes down what was decided before anything is changed for it, and tells it. */
final class Journal {
  private final Recorder recorder;
  private final Outbox outbox;
  private final Converger converger;
  private final Specs specs;
  private final Series series;
  private final Clock clock;

  Journal(
      Recorder recorder,
      Outbox outbox,
      Converger converger,
      Specs specs,
      Series series,
      Clock clock) {
    this.recorder = recorder;
    this.outbox = outbox;
    this.converger = converger;
    this.specs = specs;
    this.series = series;
    this.clock = clock;
  }

  /**
   * Where a reconcile stands after its status write, if there was one.
   *
   * @param canary as stored
   * @param delivered whether nothing is left to tell
   */
  record Page(Canary canary, Progress progress, boolean recorded, boolean delivered) {}

  /** Records the decision, if the status says anything else yet. */
  Page record(Canary canary, Specs.InForce inForce, Progress before, Deliberation.Decided decided) {
    var now = clock.instant();
    var entry = entry(canary, inForce, before, decided);
    var progress = entry.progress();
    var release = inForce.release();
    series.seen(release, entry.report());
    var stale =
        canary.getStatus() == null
            || !progress.equals(before)
            || recorder.isOutdated(canary, entry);
    if (!stale) {
      var delivered = outbox.deliver(canary);
      if (progress.stage() != Stage.AT_REST || !outbox.holdsDelivered(canary)) {
        return new Page(canary, progress, false, delivered);
      }
    }
    converger.keepSnapshots(release, progress, decided.seen());
    var recorded = recorder.record(canary, entry, outbox.deliveredOf(canary), now);
    series.recorded(release, before, progress);
    return new Page(recorded, progress, true, outbox.deliver(recorded));
  }

  private Recorder.Entry entry(
      Canary canary, Specs.InForce inForce, Progress before, Deliberation.Decided decided) {
    var release = inForce.release();
    var progress = decided.decision() instanceof Decision.Move move ? move.next() : before;
    var kept = Specs.isKeptAt(progress.stage()) || inForce.reverts().orElse(Finalizer.isOn(canary));
    return new Recorder.Entry(
        progress,
        Report.of(release.plan(), progress, decided.seen().facts()),
        waitingFor(release, progress, decided),
        notices(canary, inForce, decided.decision()),
        decided.seen().target(),
        release.identity(),
        release.route().affinity(),
        kept ? Optional.of(specs.tree(inForce.canary().getSpec())) : Optional.empty(),
        inForce.deferred());
  }

  /** Those of the decision and, once, what waits for the end of the run. */
  private static List<Notice> notices(Canary canary, Specs.InForce inForce, Decision decision) {
    var notices =
        new ArrayList<>(
            decision instanceof Decision.Move move ? move.notices() : List.<Notice>of());
    var burgee = canary.getStatus() == null ? null : canary.getStatus().getBurgee();
    inForce
        .deferred()
        .filter(text -> burgee == null || !Objects.equals(burgee.getDeferred(), text))
        .map(text -> new Notice(Notice.Level.WARNING, text))
        .ifPresent(notices::addFirst);
    return notices;
  }

  /** What keeps it from going on besides the reason it has; nothing while it moves. */
  private static Optional<String> waitingFor(
      Release release, Progress progress, Deliberation.Decided decided) {
    if (decided.decision() instanceof Decision.Move) {
      return Optional.empty();
    }
    return Optional.of(decided.decision().reason())
        .filter(why -> !why.equals(progress.reason()))
        .or(() -> Guard.held(release.plan(), progress, decided.seen().facts()));
  }
}
