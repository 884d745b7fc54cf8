package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.kube.Cache;
import io.burgee.kube.NamespacedName;
import io.burgee.operator.workload.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Two Canaries on one workload or Service would undo each other's work: the older has it. */
final class Rivals {
  private final Cache<Canary> canaries;

  Rivals(Cache<Canary> canaries) {
    this.canaries = canaries;
  }

  /**
   * Checks the names that this Canary works with.
   *
   * @throws Invalid naming the older Canary that has one of them
   */
  void refuse(Identity identity, Canary canary) throws Invalid {
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
}
