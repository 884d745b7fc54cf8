package io.burgee.operator.workload;

import io.burgee.api.AutoscalerReference;
import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.Stalled;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The primary's HorizontalPodAutoscaler, a copy of the target's. The target's own sleeps while the
 * target has no replicas, and is never changed.
 */
public final class PrimaryScaler {
  public static final Kind<HorizontalPodAutoscaler> KIND = Kind.of(HorizontalPodAutoscaler.class);

  private final Cache<HorizontalPodAutoscaler> scalers;
  private final KubernetesSerialization json;

  public PrimaryScaler(Cache<HorizontalPodAutoscaler> scalers, KubernetesSerialization json) {
    this.scalers = scalers;
    this.json = json;
  }

  /**
   * Makes it, or brings it up to date.
   *
   * @param refreshed take over the target's settings even if it is there
   * @throws Stalled if the target's autoscaler does not exist
   */
  public boolean bring(
      Applier applier, Identity canary, AutoscalerReference ref, boolean refreshed) {
    var name = Objects.requireNonNull(ref.getName());
    var primary = NamespacedName.of(canary.namespace(), name + "-primary");
    if (!refreshed && scalers.get(primary).isPresent()) {
      return false;
    }
    var target =
        scalers
            .get(canary.namespace(), name)
            .orElseThrow(
                () ->
                    new Stalled(
                        "spec.autoscalerRef.name is "
                            + name
                            + ", but there is no HorizontalPodAutoscaler "
                            + name
                            + " in namespace "
                            + canary.namespace()));
    return applier.apply(copy(canary, ref, target, primary)).wrote();
  }

  /** How many replicas the target's autoscaler starts with; 1 where it doesn't say. */
  public int minimum(Identity canary, AutoscalerReference ref) {
    return scalers
        .get(canary.namespace(), Objects.requireNonNull(ref.getName()))
        .map(hpa -> hpa.getSpec().getMinReplicas())
        .map(min -> Math.max(1, min))
        .orElse(1);
  }

  private HorizontalPodAutoscaler copy(
      Identity canary,
      AutoscalerReference ref,
      HorizontalPodAutoscaler target,
      NamespacedName primary) {
    HorizontalPodAutoscalerSpec spec = json.clone(target.getSpec());
    spec.getScaleTargetRef().setName(canary.primaryName().name());
    var bounds = ref.getPrimaryScalerReplicas();
    if (bounds != null && bounds.getMinReplicas() != null) {
      spec.setMinReplicas(bounds.getMinReplicas());
    }
    if (bounds != null && bounds.getMaxReplicas() != null) {
      spec.setMaxReplicas(bounds.getMaxReplicas());
    }
    var labels = new TreeMap<>(Nullness.map(target.getMetadata().getLabels()));
    labels.keySet().removeIf(Inheritance::isFlux);
    var copy = new HorizontalPodAutoscaler();
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(primary.namespace())
            .withName(primary.name())
            .withLabels(labels)
            .withOwnerReferences(canary.owner())
            .build());
    copy.setSpec(spec);
    return copy;
  }
}
