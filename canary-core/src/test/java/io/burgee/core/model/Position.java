package io.burgee.core.model;

import io.burgee.core.Answers;

/**
 * Where an operator is in a reconcile, and what it has seen: all of it is lost in a crash.
 *
 * <p>{@code stale} are the things that were changed by others since they were seen, as bits of
 * {@link Cluster.Thing}: a write to one of them is refused by its resourceVersion.
 */
sealed interface Position {

  int stale();

  Position staler(int bits);

  /** Nothing to do before {@code minutes} are over, or before something changes if negative. */
  record Asleep(int minutes) implements Position {
    @Override
    public int stale() {
      return 0;
    }

    @Override
    public Position staler(int bits) {
      return bits == 0 ? this : new Due();
    }
  }

  /** Will reconcile. */
  record Due() implements Position {
    @Override
    public int stale() {
      return 0;
    }

    @Override
    public Position staler(int bits) {
      return this;
    }
  }

  /** Has the Canary, and what was asked of others so far; is about to look at the cluster. */
  record Read(Canary canary, Answers answers, int stale) implements Position {
    @Override
    public Position staler(int bits) {
      var more = stale | (bits & Cluster.Thing.CANARY.bit());
      return more == stale ? this : new Read(canary, answers, more);
    }
  }

  /** Has seen everything; is about to decide. */
  record Observed(Canary canary, Cluster seen, Answers answers, int stale) implements Position {
    @Override
    public Position staler(int bits) {
      return (stale | bits) == stale ? this : new Observed(canary, seen, answers, stale | bits);
    }
  }

  /**
   * Brings about what is wanted, one write after the other.
   *
   * @param canary as recorded
   * @param seen what the guard goes by
   * @param known what was seen and what was written since
   * @param next the first want that was not looked at yet
   * @param again whether there is more to do after it: something was recorded or written
   * @param minutes as in {@link Asleep}
   */
  record Converging(
      Canary canary, Cluster seen, Cluster known, int next, boolean again, int minutes, int stale)
      implements Position {
    @Override
    public Position staler(int bits) {
      return (stale | bits) == stale
          ? this
          : new Converging(canary, seen, known, next, again, minutes, stale | bits);
    }

    Converging at(int want) {
      return new Converging(canary, seen, known, want, again, minutes, stale);
    }

    Converging wrote(Cluster now, int following) {
      return new Converging(canary, seen, now, following, true, minutes, stale);
    }
  }

  /** What it looks like when {@code minutes} have passed. */
  default Position later(int passed) {
    return switch (this) {
      case Asleep(var minutes) ->
          minutes < 0 ? this : minutes <= passed ? new Due() : new Asleep(minutes - passed);
      case Due due -> due;
      case Read r -> new Read(r.canary().later(passed), r.answers(), r.stale());
      case Observed o -> new Observed(o.canary().later(passed), o.seen(), o.answers(), o.stale());
      case Converging c ->
          new Converging(
              c.canary().later(passed),
              c.seen(),
              c.known(),
              c.next(),
              c.again(),
              c.minutes() < 0 ? c.minutes() : Math.max(0, c.minutes() - passed),
              c.stale());
    };
  }

  /** Whether it holds something that could be out of date. */
  default boolean inFlight() {
    return !(this instanceof Asleep || this instanceof Due);
  }
}
