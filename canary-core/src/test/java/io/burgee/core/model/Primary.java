package io.burgee.core.model;

import io.burgee.core.Revision;
import java.util.Optional;

/**
 * The workload that serves at rest.
 *
 * @param runs the revision in its template; empty where it is nobody's, or where there is none
 */
record Primary(boolean exists, Optional<Revision> runs, Pods pods) {
  static final Primary ABSENT = new Primary(false, Optional.empty(), Pods.NONE);

  static Primary ready(Revision revision) {
    return new Primary(true, Optional.of(revision), new Pods(true, Pods.Health.READY));
  }

  Primary with(Pods changed) {
    return new Primary(exists, runs, changed);
  }

  /** Replaced as a whole, or created with replicas. */
  Primary replacedBy(Revision revision) {
    if (!exists) {
      return new Primary(true, Optional.of(revision), new Pods(true, Pods.Health.DOWN));
    }
    return runs.filter(revision::equals).isPresent()
        ? this
        : new Primary(true, Optional.of(revision), pods.rolling());
  }
}
