package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Answers;
import io.burgee.core.Decision;
import io.burgee.core.Guard;
import io.burgee.core.Inquiry;
import io.burgee.core.Notice;
import io.burgee.core.Policy;
import io.burgee.core.Progress;
import io.burgee.core.Report;
import io.burgee.core.Stage;
import io.burgee.kube.Cache;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.Outcome;
import io.burgee.kube.Reconciler;
import io.burgee.kube.Stalled;
import io.burgee.metrics.Exporter;
import io.burgee.operator.workload.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
  private final ReleaseReader releases;
  private final Observer observer;
  private final Analyst analyst;
  private final Recorder recorder;
  private final Outbox outbox;
  private final Converger converger;
  private final Series series;
  private final Clock clock;

  CanaryReconciler(
      Cache<Canary> canaries,
      ReleaseReader releases,
      Observer observer,
      Analyst analyst,
      Recorder recorder,
      Outbox outbox,
      Converger converger,
      Exporter exporter,
      Clock clock) {
    this.canaries = canaries;
    this.releases = releases;
    this.observer = observer;
    this.analyst = analyst;
    this.recorder = recorder;
    this.outbox = outbox;
    this.converger = converger;
    this.series = new Series(exporter);
    this.clock = clock;
  }

  @Override
  public Outcome reconcile(NamespacedName key) throws InterruptedException {
    var began = clock.instant();
    var canary = canaries.get(key);
    if (canary.isEmpty()) {
      series.gone(key);
      outbox.forget(key);
      return Outcome.done();
    }
    if (canary.get().getMetadata().getDeletionTimestamp() != null) {
      return Outcome.done(); // the garbage collector takes what is ours
    }
    try {
      var next = run(canary.get());
      series.took(key, Duration.between(began, clock.instant()));
      return next;
    } catch (Invalid | Stalled e) {
      stall(canaries.get(key).orElse(canary.get()), message(e));
      throw e instanceof Stalled stalled ? stalled : new Stalled(message(e));
    }
  }

  private Outcome run(Canary found) throws InterruptedException, Invalid {
    var canary = found;
    for (int i = 0; i < MOST_MOVES; i++) {
      refuseForeign(canary);
      var release = releases.read(canary);
      refuseRival(release, canary);
      var now = clock.instant();
      var progress =
          ProgressCodec.read(
              canary.getStatus() == null ? null : canary.getStatus().getBurgee(), now);
      var decided = decide(release, progress, now);
      var decision = decided.decision();
      var seen = decided.seen();
      var step = record(canary, release, decision, progress, seen);
      canary = step.canary();
      var wrote = !release.plan().suspended() && converger.converge(release, step.progress(), seen);
      if (decision instanceof Decision.Wait wait && !wrote && !step.recorded()) {
        recorder.stall(canary, Optional.empty(), now);
        return next(wait, step.delivered(), now);
      }
    }
    throw new Stalled("gave up after " + MOST_MOVES + " moves without waiting, which is a bug");
  }

  /** Tells the user on the object, once for each problem. */
  private void stall(Canary canary, String why) {
    var now = clock.instant();
    var told = recorder.stall(canary, Optional.of(why), now);
    var written = told.getMetadata().getResourceVersion();
    if (!Objects.equals(written, canary.getMetadata().getResourceVersion())) {
      outbox.warn(told, why, now);
    }
  }

  private static Outcome next(Decision.Wait wait, boolean delivered, Instant now) {
    var redelivery = delivered ? Optional.<Instant>empty() : Optional.of(now.plus(REDELIVERY));
    return Stream.of(wait.until(), redelivery)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(Outcome::at)
        .orElseGet(Outcome::done);
  }

  /** A decision with what it was made on. */
  private record Decided(Decision decision, Observation seen) {}

  private Decided decide(Release release, Progress progress, Instant now)
      throws InterruptedException {
    var seen = observer.observe(release, progress);
    var answers = Answers.NONE;
    var decision = Policy.decide(release.plan(), progress, seen.facts(), now);
    while (decision instanceof Decision.Ask ask) {
      answers = answer(release, ask.inquiry(), answers);
      // The answers took their time: what was seen before them is old.
      seen = observer.observe(release, progress);
      decision =
          Policy.decide(release.plan(), progress, seen.facts().with(answers), clock.instant());
    }
    return new Decided(decision, seen);
  }

  private Answers answer(Release release, Inquiry inquiry, Answers before)
      throws InterruptedException {
    return switch (inquiry) {
      case Inquiry.Metrics(var checks) -> {
        var results = analyst.answers(release, checks);
        series.checked(release, results);
        yield before.with(results);
      }
      case Inquiry.Hooks(var type, var phase) ->
          throw new IllegalStateException(type + " hooks can't be asked in phase " + phase);
    };
  }

  /** Where a reconcile stands after its status write, if there was one. */
  private record Step(Canary canary, Progress progress, boolean recorded, boolean delivered) {}

  private Step record(
      Canary canary, Release release, Decision decision, Progress before, Observation seen) {
    var now = clock.instant();
    var progress = decision instanceof Decision.Move move ? move.next() : before;
    var waitingFor = waitingFor(release, decision, progress, seen);
    var notices = decision instanceof Decision.Move move ? move.notices() : List.<Notice>of();
    var entry =
        new Recorder.Entry(
            progress,
            Report.of(release.plan(), progress, seen.facts()),
            waitingFor,
            notices,
            seen.target(),
            release.identity().kind());
    series.seen(release, entry.report());
    var stale =
        canary.getStatus() == null
            || !progress.equals(before)
            || recorder.isOutdated(canary, entry, now);
    if (!stale) {
      var delivered = outbox.deliver(canary);
      if (progress.stage() != Stage.AT_REST || !outbox.holdsDelivered(canary)) {
        return new Step(canary, progress, false, delivered);
      }
    }
    converger.keepSnapshots(release, progress, seen);
    var recorded = recorder.record(canary, entry, outbox.deliveredOf(canary), now);
    series.recorded(release, before, progress);
    return new Step(recorded, progress, true, outbox.deliver(recorded));
  }

  /** What keeps it from going on besides the reason it has; nothing while it moves. */
  private static Optional<String> waitingFor(
      Release release, Decision decision, Progress progress, Observation seen) {
    if (decision instanceof Decision.Move) {
      return Optional.empty();
    }
    return Optional.of(decision.reason())
        .filter(why -> !why.equals(progress.reason()))
        .or(() -> Guard.held(release.plan(), progress, seen.facts()));
  }

  /** Two Canaries on one workload or Service would undo each other's work: the older has it. */
  private void refuseRival(Release release, Canary canary) throws Invalid {
    var identity = release.identity();
    refuseIfTaken(canary, "spec.targetRef.name", identity.targetName(), Identity::targetName);
    refuseIfTaken(canary, "spec.service.name", identity.apexName(), Identity::apexName);
    refuseIfTaken(canary, "spec.targetRef.name", identity.targetName(), Identity::primaryName);
  }

  private void refuseIfTaken(
      Canary canary, String field, NamespacedName name, Function<Identity, NamespacedName> of)
      throws Invalid {
    var older =
        canaries.byIndex(Wakes.OBJECTS, name.toString()).stream()
            .filter(other -> isOlder(other, canary))
            .filter(other -> of.apply(Identity.of(other)).equals(name))
            .findFirst();
    if (older.isPresent()) {
      throw new Invalid(
          List.of(
              "%s is %s, must not belong to another Canary as well: %s"
                  .formatted(field, name.name(), older.get().getMetadata().getName())));
    }
  }

  private static boolean isOlder(Canary one, Canary other) {
    var byAge = Comparator.comparing((Canary c) -> c.getMetadata().getCreationTimestamp());
    return byAge.thenComparing(c -> c.getMetadata().getName()).compare(one, other) < 0;
  }

  /** A status that another controller keeps is not ours to go on from. */
  private static void refuseForeign(Canary canary) {
    var status = canary.getStatus();
    if (status != null && status.getPhase() != null && status.getBurgee() == null) {
      throw new Stalled(
          "status.phase is "
              + status.getPhase()
              + ", written by another controller: this version of Burgee does not take over"
              + " Canaries that are in use, remove the status or leave the Canary to its controller");
    }
  }

  private static String message(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
