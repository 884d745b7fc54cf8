package io.burgee.mesh.istio;

import io.burgee.mesh.Rendered;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a live object is as rendered. */
final class Intact {
  private Intact() {}

  static boolean holds(GenericKubernetesResource wanted, GenericKubernetesResource live) {
    var from = wanted.getMetadata();
    var to = live.getMetadata();
    return Rendered.covers(from.getLabels(), to.getLabels())
        && Rendered.covers(from.getAnnotations(), to.getAnnotations())
        && uids(to.getOwnerReferences()).containsAll(uids(from.getOwnerReferences()))
        && Rendered.covers(spec(wanted), spec(live));
  }

  private static List<String> uids(List<OwnerReference> owners) {
    return owners.stream().map(OwnerReference::getUid).toList();
  }

  private static @Nullable Object spec(GenericKubernetesResource object) {
    return object.getAdditionalProperties().get("spec");
  }
}
