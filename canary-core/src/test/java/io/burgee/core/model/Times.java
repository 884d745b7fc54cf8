package io.burgee.core.model;

import io.burgee.core.Progress;
import io.burgee.core.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Time in the model: it is always {@link #NOW}, and what was recorded moves into the past instead.
 * All durations are whole minutes, so there are few different states.
 */
final class Times {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration MINUTE = Duration.ofMinutes(1);

  private Times() {}

  /** The same to the policy, with words and history left out: equal states are equal records. */
  static Progress normal(Progress p) {
    return with(p, p.times());
  }

  /** As it looks when {@code minutes} have passed; for a suspended Canary time stands still. */
  static Progress later(Progress p, int minutes) {
    if (p.times().frozen().isPresent() || minutes == 0) {
      return p;
    }
    var by = Duration.ofMinutes(minutes);
    var t = p.times();
    return with(
        p,
        new Progress.Times(
            NOW,
            t.settled().map(at -> at.minus(by)),
            t.nextCheck().map(at -> at.minus(by)),
            t.deadline().map(at -> at.minus(by)),
            Optional.empty()));
  }

  /** The next instant that the policy could look at, in minutes from now. */
  static OptionalInt next(Progress p, Duration drainDelay) {
    var t = p.times();
    if (t.frozen().isPresent()) {
      return OptionalInt.empty();
    }
    var drained =
        p.stage() == Stage.DRAINING
            ? t.settled().map(at -> at.plus(drainDelay))
            : Optional.<Instant>empty();
    return Stream.of(t.nextCheck(), t.deadline(), drained)
        .flatMap(Optional::stream)
        .mapToInt(Times::minutes)
        .filter(m -> m > 0)
        .min();
  }

  static int minutes(Instant at) {
    return (int) Duration.between(NOW, at).toMinutes();
  }

  private static Progress with(Progress p, Progress.Times t) {
    var times =
        new Progress.Times(
            NOW,
            settled(t),
            t.nextCheck().map(Times::due),
            t.deadline().map(Times::due),
            t.frozen().map(at -> NOW));
    return new Progress(
        p.stage(),
        p.outcome(),
        p.revisions(),
        p.traffic(),
        p.step(),
        p.tally(),
        times,
        p.holds(),
        p.heard(),
        0,
        "",
        List.of());
  }

  /** Over is over. */
  private static Instant due(Instant at) {
    return at.isBefore(NOW) ? NOW : at;
  }

  /** Long ago is long ago, but whether the next check is the step's first must stay visible. */
  private static Optional<Instant> settled(Progress.Times t) {
    var first = t.nextCheck().map(at -> at.minus(MINUTE));
    if (t.settled().isPresent() && t.settled().equals(first)) {
      return t.nextCheck().map(at -> due(at).minus(MINUTE));
    }
    var longAgo = NOW.minus(MINUTE).minus(MINUTE);
    return t.settled().map(at -> at.isBefore(longAgo) ? longAgo : at);
  }
}
