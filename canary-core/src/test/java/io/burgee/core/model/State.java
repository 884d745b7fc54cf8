package io.burgee.core.model;

import java.util.Optional;

/**
 * One state of everything.
 *
 * @param operator the leader
 * @param former the leader before it, while it has not noticed yet
 */
record State(
    Canary canary, Cluster cluster, Position operator, Optional<Position> former, History history) {

  /** What someone else than the operators did. */
  State after(Canary changed, Cluster now) {
    var bits = now.differsFrom(cluster) | (changed.equals(canary) ? 0 : Cluster.Thing.CANARY.bit());
    return new State(
        changed,
        now,
        operator.staler(bits),
        former.map(position -> position.staler(bits)),
        history);
  }

  State after(Cluster now) {
    return after(canary, now);
  }

  State after(Spec now) {
    return after(canary.with(now), cluster);
  }

  State with(History now) {
    return new State(canary, cluster, operator, former, now);
  }

  State with(Position leader) {
    return new State(canary, cluster, leader, former, history);
  }

  State withFormer(Optional<Position> other) {
    return new State(canary, cluster, operator, other, history);
  }

  State later(int minutes) {
    return new State(
        canary.later(minutes),
        cluster,
        operator.later(minutes),
        former.map(position -> position.later(minutes)),
        history.withdrawn(history.withdrawn() + minutes));
  }

  /** Nobody is in the middle of anything. */
  boolean quiet() {
    return !operator.inFlight() && former.isEmpty();
  }
}
