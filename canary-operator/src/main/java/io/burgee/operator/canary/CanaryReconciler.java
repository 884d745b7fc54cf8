package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Decision;
import io.burgee.core.Progress;
import io.burgee.core.Stage;
import io.burgee.kube.Cache;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.Outcome;
import io.burgee.kube.Reconciler;
import io.burgee.kube.Stalled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Canary's reconcile: plan, observe, decide, record, converge, until there is nothing to do but
 * wait. Nothing is remembered between two reconciles but in the status.
 */
public final class CanaryReconciler implements Reconciler<NamespacedName> {
  /** More moves in one go than any run has stages: past it something is wrong with the policy. */
  private static final int MOST_MOVES = 30;

  /** Undelivered events are tried again that often. */
  private static final Duration REDELIVERY = Duration.ofSeconds(30);

  private final Cache<Canary> canaries;
  private final Specs specs;
  private final Rivals rivals;
  private final Finalizer finalizer;
  private final Deliberation deliberation;
  private final Succession succession;
  private final Journal journal;
  private final Recorder recorder;
  private final Outbox outbox;
  private final Converger converger;
  private final Series series;
  private final Clock clock;

  CanaryReconciler(
      Cache<Canary> canaries,
      Specs specs,
      Finalizer finalizer,
      Deliberation deliberation,
      Succession succession,
      Journal journal,
      Recorder recorder,
      Outbox outbox,
      Converger converger,
      Series series,
      Clock clock) {
    this.canaries = canaries;
    this.specs = specs;
    this.rivals = new Rivals(canaries);
    this.finalizer = finalizer;
    this.deliberation = deliberation;
    this.succession = succession;
    this.journal = journal;
    this.recorder = recorder;
    this.outbox = outbox;
    this.converger = converger;
    this.series = series;
    this.clock = clock;
  }

  @Override
  public Outcome reconcile(NamespacedName key) {
    var began = clock.instant();
    var canary = canaries.get(key);
    if (canary.isEmpty()) {
      series.gone(key);
      outbox.forget(key);
      deliberation.forget(key);
      return Outcome.done();
    }
    if (Finalizer.isGoing(canary.get()) && !Finalizer.isOn(canary.get())) {
      return Outcome.done(); // the garbage collector takes what is ours
    }
    try {
      var next = run(canary.get());
      series.took(key, Duration.between(began, clock.instant()));
      return next;
    } catch (Invalid | Stalled e) {
      return stop(canaries.get(key).orElse(canary.get()), message(e));
    }
  }

  private Outcome run(Canary found) throws Invalid {
    var canary = found;
    for (int i = 0; i < MOST_MOVES; i++) {
      var now = clock.instant();
      var foreign = Predecessor.isOn(canary);
      var rival = foreign ? succession.rival(canary, now) : Optional.<Succession.Rival>empty();
      if (rival.isPresent()) {
        stall(canary, Optional.of(rival.get().why()));
        return Outcome.at(rival.get().until());
      }
      var recorded = progress(canary, now);
      var inForce = specs.of(canary, recorded.stage());
      var release = inForce.release();
      rivals.refuse(release.identity(), canary);
      canary = finalizer.bring(canary, inForce.reverts());
      if (Finalizer.isGoing(canary) && !Finalizer.isOn(canary)) {
        return Outcome.done();
      }
      var progress = Beginning.of(canary, release, recorded, now);
      var decided =
          foreign
              ? succession.decide(inForce.on(canary), release, now)
              : deliberation.decide(inForce.on(canary), release, progress);
      if (foreign) {
        canary = recorder.claim(canary, Succession.claim(canary, decided.decision(), now));
      }
      var page = journal.record(canary, inForce, progress, decided);
      canary = page.canary();
      var wrote =
          isActive(release, canary) && converger.converge(release, page.progress(), decided.seen());
      if (decided.decision() instanceof Decision.Wait wait && !wrote && !page.recorded()) {
        canary = stall(canary, inForce.problem());
        if (page.progress().stage() == Stage.TERMINATED
            && page.delivered()
            && outbox.isThrough(canary)) {
          converger.drop(release, decided.seen());
          finalizer.release(canary); // what was given back, and told, may go
        }
        return next(wait, page.delivered(), now);
      }
    }
    throw new Stalled("gave up after " + MOST_MOVES + " moves without waiting, which is a bug");
  }

  /** A suspended Canary is left as it is, unless it is to be given back. */
  private static boolean isActive(Release release, Canary canary) {
    return !release.plan().suspended() || Finalizer.isGoing(canary);
  }

  private static Progress progress(Canary canary, Instant now) {
    return ProgressCodec.read(
        canary.getStatus() == null ? null : canary.getStatus().getBurgee(), now);
  }

  /** Tells the user on the object, once for each problem, and waits for an edit. */
  private Outcome stop(Canary canary, String why) {
    if (Finalizer.isGoing(canary)
        && !Predecessor.isOn(canary)
        && progress(canary, clock.instant()).stage() == Stage.NEW) {
      finalizer.release(canary); // nothing was done for it, so there is nothing to give back
      return Outcome.done();
    }
    stall(canary, Optional.of(why));
    throw new Stalled(why);
  }

  private Canary stall(Canary canary, Optional<String> why) {
    var now = clock.instant();
    var told = recorder.stall(canary, why, now);
    var written = told.getMetadata().getResourceVersion();
    if (!Objects.equals(written, canary.getMetadata().getResourceVersion())) {
      why.ifPresent(text -> outbox.warn(told, text, now));
    }
    return told;
  }

  private static Outcome next(Decision.Wait wait, boolean delivered, Instant now) {
    var redelivery = delivered ? Optional.<Instant>empty() : Optional.of(now.plus(REDELIVERY));
    return Stream.of(wait.until(), redelivery)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(Outcome::at)
        .orElseGet(Outcome::done);
  }

  private static String message(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
