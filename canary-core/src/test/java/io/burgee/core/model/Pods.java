package io.burgee.core.model;

import io.burgee.core.Facts;

/**
 * The pods of one workload.
 *
 * @param wanted whether it is to have replicas at all
 */
record Pods(boolean wanted, Health health) {
  static final Pods NONE = new Pods(false, Health.DOWN);

  /** How far they are with the workload's present template. */
  enum Health {
    /** None can serve. */
    DOWN,
    /** Some can, at least of an older template. */
    SOME,
    /** All can. */
    READY,
    /** None can, and the rollout ran into its deadline. */
    STUCK,
    /** The rollout ran into its deadline; pods of an older template can serve. */
    STUCK_SOME;

    boolean available() {
      return this == SOME || this == READY || this == STUCK_SOME;
    }
  }

  Pods are(Health now) {
    return new Pods(wanted, now);
  }

  Pods scaledUp() {
    return wanted ? this : new Pods(true, Health.DOWN);
  }

  /** Another template: what serves goes on serving until the new pods do. */
  Pods rolling() {
    return are(health.available() ? Health.SOME : Health.DOWN);
  }

  int desired() {
    return wanted ? 2 : 0;
  }

  int available() {
    return !wanted || !health.available() ? 0 : health == Health.READY ? 2 : 1;
  }

  Facts.Readiness readiness() {
    if (!wanted) {
      return new Facts.Readiness.Waiting("no replicas are wanted");
    }
    return switch (health) {
      case READY -> new Facts.Readiness.Ready();
      case DOWN, SOME -> new Facts.Readiness.Waiting("not all are available");
      case STUCK, STUCK_SOME -> new Facts.Readiness.Stuck("exceeded its progress deadline");
    };
  }
}
