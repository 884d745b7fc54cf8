package io.burgee.operator.canary;

import io.burgee.api.BurgeeTakeover;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of revisions in Flagger's fields: its own while what it named is in force, then ours. */
record ForeignNames(BurgeeTakeover takeover) {

  static ForeignNames of(CanaryStatus status) {
    var burgee = status.getBurgee();
    var known = burgee == null ? null : burgee.getTakenOver();
    return new ForeignNames(Objects.requireNonNullElseGet(known, BurgeeTakeover::new));
  }

  @Nullable String applied(Progress.Revisions revisions) {
    return name(revisions.seen(), takeover.getSeen(), takeover.getLastAppliedSpec());
  }

  @Nullable String promoted(Progress.Revisions revisions) {
    return name(revisions.promoted(), takeover.getPromoted(), takeover.getLastPromotedSpec());
  }

  private static @Nullable String name(
      Optional<Revision> revision, @Nullable String named, @Nullable String foreign) {
    var id = revision.map(Revision::id).orElse(null);
    return id != null && id.equals(named) && foreign != null ? foreign : id;
  }
}
