package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.kube.Applier;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps a Canary that is to be reverted from going before that is done. */
final class Finalizer {
  static final String NAME = "finalizer.flagger.app";

  private final Applier applier;

  Finalizer(Applier applier) {
    this.applier = applier;
  }

  static boolean isGoing(Canary canary) {
    return canary.getMetadata().getDeletionTimestamp() != null;
  }

  /** Whether the Canary is being deleted and waits for us. */
  static boolean holdsBack(Canary canary) {
    return isGoing(canary) && isOn(canary);
  }

  /**
   * Puts it on the Canary or takes it away.
   *
   * @param wanted whether the Canary is to be reverted; empty where nobody can say, so all stays
   */
  Canary bring(Canary canary, Optional<Boolean> wanted) {
    return wanted.map(w -> w ? require(canary) : release(canary)).orElse(canary);
  }

  /** One that is going already gets no more of them. */
  private Canary require(Canary canary) {
    if (isOn(canary) || isGoing(canary)) {
      return canary;
    }
    var names = new ArrayList<>(names(canary));
    names.add(NAME);
    return applier.finalizers(canary, names).orElse(canary);
  }

  /**
   * Takes it away, if it is there: a Canary that is going goes, if nobody else holds it.
   *
   * @return the Canary without it
   */
  Canary release(Canary canary) {
    if (!isOn(canary)) {
      return canary;
    }
    var names = names(canary).stream().filter(name -> !NAME.equals(name)).toList();
    var written = applier.finalizers(canary, names);
    return written.orElseGet(() -> without(canary));
  }

  private static Canary without(Canary gone) {
    var copy = new Canary();
    copy.setMetadata(new ObjectMetaBuilder(gone.getMetadata()).withFinalizers().build());
    copy.setSpec(gone.getSpec());
    copy.setStatus(gone.getStatus());
    return copy;
  }

  static boolean isOn(Canary canary) {
    return names(canary).contains(NAME);
  }

  private static List<String> names(Canary canary) {
    return Objects.requireNonNullElse(canary.getMetadata().getFinalizers(), List.<String>of());
  }
}
