package io.burgee.kube;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions as Kubernetes' conventions want them. */
public final class Conditions {
  private Conditions() {}

  /**
   * The list with this condition in the place of the one of its type, or at the end. Its transition
   * time is kept unless its status changes.
   *
   * @param wanted its lastTransitionTime is not looked at
   */
  public static List<Condition> with(List<Condition> conditions, Condition wanted, Instant now) {
    var old = find(conditions, wanted.getType());
    var since =
        since(
            old.map(Condition::getStatus).orElse(null),
            old.map(Condition::getLastTransitionTime).orElse(null),
            wanted.getStatus(),
            now);
    var result = new ArrayList<>(conditions);
    var dated = new ConditionBuilder(wanted).withLastTransitionTime(since).build();
    var at = old.map(conditions::indexOf).orElse(-1);
    if (at < 0) {
      result.add(dated);
    } else {
      result.set(at, dated);
    }
    return List.copyOf(result);
  }

  public static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(c -> type.equals(c.getType())).findFirst();
  }

  /**
   * The lastTransitionTime of a condition of any shape: the old one while the status stays.
   *
   * @param oldStatus null when there was none
   */
  public static String since(
      @Nullable String oldStatus, @Nullable String oldSince, String status, Instant now) {
    return status.equals(oldStatus) && oldSince != null ? oldSince : timestamp(now);
  }

  /** As Kubernetes writes times: whole seconds, UTC. */
  public static String timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
