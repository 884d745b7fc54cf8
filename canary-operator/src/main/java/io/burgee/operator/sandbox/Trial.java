package io.burgee.operator.sandbox;

import io.burgee.operator.view.Explanation;
import io.burgee.operator.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Releases versions in the sandbox and watches what becomes of them, for a bounded time. */
final class Trial {
  private static final long TICK_MILLIS = 50;

  /** Of simulated time; every stage of a run has a deadline of its own, which ends it before. */
  private static final Duration LONGEST = Duration.ofMinutes(6);

  /** What a machine may need besides, however fast time passes. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  private final SandboxCluster cluster;
  private final View view;
  private final LongSupplier requests;
  private final Duration patience;
  private final Instant began = Instant.now();

  Trial(SandboxCluster cluster, View view, LongSupplier requests, double speed) {
    this.cluster = cluster;
    this.view = view;
    this.requests = requests;
    this.patience = Duration.ofNanos((long) (LONGEST.toNanos() / speed)).plus(SLACK);
  }

  /** Waits for the primary. Returns whether it came. */
  boolean initialise() throws InterruptedException {
    var seen = new Seen();
    if (await(seen, moment -> moment.phase().equals("Initialized") && moment.atRest())) {
      return true;
    }
    gaveUp("the canary to be initialized");
    return false;
  }

  Result release(Scenario.Release release) throws InterruptedException {
    var start = look();
    var dropped = start.traffic().dropped();
    var asked = requests.getAsLong();
    cluster.release(release.version());
    var seen = new Seen();
    var ended = await(seen, moment -> moment.run() > start.run() && moment.atRest());
    var end = look();
    var result =
        new Result(
            release,
            ended ? outcome(release) : Result.Outcome.UNDECIDED,
            List.copyOf(seen.weights),
            Duration.between(start.now(), end.now()),
            end.traffic().dropped() - dropped,
            requests.getAsLong() - asked,
            why(end));
    if (!result.asExpected()) {
      gaveUp(release.name() + " to be " + release.expected().text());
    }
    return result;
  }

  /** The weights that were there while waiting. */
  private static final class Seen {
    private final List<Integer> weights = new ArrayList<>();

    void add(int weight) {
      if (weight > 0 && (weights.isEmpty() || weights.getLast() != weight)) {
        weights.add(weight);
      }
    }
  }

  private boolean await(Seen seen, Predicate<Moment> end) throws InterruptedException {
    var deadline = Instant.now().plus(patience);
    while (Instant.now().isBefore(deadline)) {
      var moment = look();
      seen.add(moment.weight());
      view.show(moment);
      if (end.test(moment)) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    }
    return false;
  }

  private static String why(Moment end) {
    var failures = end.failures();
    return end.reason() + (failures.isEmpty() ? "" : ": " + String.join(", ", failures));
  }

  /** What the status says must be so, too: the primary has to run the right version. */
  private Result.Outcome outcome(Scenario.Release release) {
    var phase = look().phase();
    var runs = cluster.primaryImage().equals(Optional.of(release.version().image()));
    if (runs && phase.equals(Scenario.Expected.PROMOTED.phase())) {
      return Result.Outcome.PROMOTED;
    }
    return !runs && phase.equals(Scenario.Expected.ROLLED_BACK.phase())
        ? Result.Outcome.ROLLED_BACK
        : Result.Outcome.UNDECIDED;
  }

  private Moment look() {
    var now = Instant.now();
    return new Moment(
        Duration.between(began, now),
        now,
        cluster.canary(),
        cluster.traffic(),
        cluster.events().stream().map(event -> Texts.orNone(event.getMessage())).toList());
  }

  private void gaveUp(String expected) {
    view.say(List.of("", "Expected " + expected + " within " + Texts.duration(patience) + ":"));
    view.say(Explanation.of(cluster.canary(), cluster.events(), Instant.now()));
  }
}
