package io.burgee.operator.canary;

import io.burgee.api.BurgeeStatus;
import io.burgee.api.BurgeeTakeover;
import io.burgee.api.Canary;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Decision;
import io.burgee.core.Revision;
import io.burgee.core.Takeover;
import io.burgee.kube.Stalled;
import io.burgee.operator.workload.Adoption;
import io.burgee.operator.workload.Snapshot;
import io.burgee.operator.workload.Snapshots;
import io.burgee.operator.workload.Unreadable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides how a Canary of Flagger's goes on, and takes what Flagger made as it is. */
final class Succession {
  private final Predecessor predecessor;
  private final Adoption adoption;
  private final Snapshots snapshots;
  private final Observer observer;

  Succession(Predecessor predecessor, Adoption adoption, Snapshots snapshots, Observer observer) {
    this.predecessor = predecessor;
    this.adoption = adoption;
    this.snapshots = snapshots;
    this.observer = observer;
  }

  /** Why it can't be taken over yet, and when to look again. */
  record Rival(String why, Instant until) {}

  Optional<Rival> rival(Canary canary, Instant now) {
    return predecessor
        .busyUntil(canary, now)
        .map(
            until ->
                new Rival(
                    "Flagger still writes the status of this Canary: scale it to zero, two"
                        + " controllers must not release the same workload",
                    until));
  }

  /**
   * The first decision.
   *
   * @throws Stalled if it can't be taken over as it stands
   */
  Deliberation.Decided decide(Canary canary, Release release, Instant now) {
    promoted(release, canary.getStatus())
        .ifPresent(snapshot -> snapshots.keep(release.identity(), snapshot));
    predecessor.inherit(release);
    return preview(canary, release, now);
  }

  /** The same, and nothing is written. */
  Deliberation.Decided preview(Canary canary, Release release, Instant now) {
    var promoted = promoted(release, canary.getStatus());
    var revision = promoted.map(Snapshot::revision);
    var baseline = Takeover.baseline(revision, now);
    var seen = observer.observe(canary, release, baseline, promoted);
    var status = status(canary.getStatus(), seen.target());
    var decision = Takeover.decide(release.plan(), revision, status, seen.facts(), now);
    if (decision instanceof Decision.Wait wait) {
      throw new Stalled("can't be taken over from Flagger: " + wait.reason());
    }
    return new Deliberation.Decided(decision, seen);
  }

  /** What Flagger's status said, to be kept beside our intent. */
  static BurgeeStatus claim(Canary canary, Decision decision, Instant now) {
    var status = canary.getStatus();
    var takeover = new BurgeeTakeover();
    takeover.setAt(now);
    takeover.setPhase(status.getPhase());
    takeover.setLastAppliedSpec(status.getLastAppliedSpec());
    takeover.setLastPromotedSpec(status.getLastPromotedSpec());
    if (decision instanceof Decision.Move move) {
      var revisions = move.next().revisions();
      takeover.setSeen(revisions.seen().map(Revision::id).orElse(null));
      takeover.setPromoted(revisions.promoted().map(Revision::id).orElse(null));
    }
    var burgee = new BurgeeStatus();
    burgee.setRun(0);
    burgee.setTakenOver(takeover);
    return burgee;
  }

  private Optional<Snapshot> promoted(Release release, CanaryStatus status) {
    var identity = release.identity();
    var workload = release.workload();
    var target = workload.find(identity.targetName());
    var primary = workload.find(identity.primaryName());
    if (target.isEmpty() || primary.isEmpty()) {
      return Optional.empty();
    }
    var ours = primary.get().revision().flatMap(id -> snapshots.find(identity, new Revision(id)));
    if (ours.isPresent()) {
      return ours;
    }
    try {
      return Optional.of(
          adoption.promoted(
              identity, workload, target.get(), primary.get(), status.getTrackedConfigs()));
    } catch (Unreadable e) {
      throw new Stalled("can't be taken over from Flagger: " + e.getMessage());
    }
  }

  private static Takeover.Status status(CanaryStatus status, Optional<Snapshot> target) {
    return new Takeover.Status(
        Objects.requireNonNullElse(status.getPhase(), ""),
        Objects.requireNonNullElse(status.getCanaryWeight(), 0),
        Objects.requireNonNullElse(status.getIterations(), 0),
        Objects.requireNonNullElse(status.getFailedChecks(), 0),
        target.filter(t -> haveMoved(status, t.configs())).isPresent());
  }

  /** Checksums can be made again, so one that differs is a change of the user's. */
  private static boolean haveMoved(CanaryStatus status, Map<String, String> now) {
    var noted = Objects.requireNonNullElse(status.getTrackedConfigs(), Map.<String, String>of());
    return noted.entrySet().stream()
        .anyMatch(
            entry ->
                now.containsKey(entry.getKey())
                    && !entry.getValue().equals(now.get(entry.getKey())));
  }
}
