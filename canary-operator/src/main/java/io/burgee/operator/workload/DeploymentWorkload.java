package io.burgee.operator.workload;

import io.burgee.core.Facts;
import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Deployments. */
public final class DeploymentWorkload implements Workload {
  public static final Kind<Deployment> KIND = Kind.of(Deployment.class);

  private final Cache<Deployment> deployments;
  private final Inheritance inheritance;
  private final KubernetesSerialization json;

  public DeploymentWorkload(
      Cache<Deployment> deployments, Inheritance inheritance, KubernetesSerialization json) {
    this.deployments = deployments;
    this.inheritance = inheritance;
    this.json = json;
  }

  @Override
  public String kind() {
    return "Deployment";
  }

  @Override
  public Optional<Live> find(NamespacedName name) {
    return deployments.get(name).map(DeploymentWorkload::live);
  }

  @Override
  public Blueprint blueprint(Live target) throws Unreadable {
    var deployment = (Deployment) target.object();
    var spec = deployment.getSpec();
    var selector = inheritance.selector("Deployment", deployment, spec.getSelector());
    var settings = json.clone(spec);
    settings.setTemplate(null);
    settings.setSelector(null);
    settings.setReplicas(null);
    settings.setPaused(null);
    @SuppressWarnings("unchecked") // JSON objects are maps
    Map<String, Object> asMap = json.convertValue(settings, Map.class);
    return new Blueprint(
        selector.getKey(),
        selector.getValue(),
        inheritance.inherited(deployment.getMetadata().getLabels()),
        inheritance.inherited(deployment.getMetadata().getAnnotations()),
        asMap,
        json.clone(spec.getTemplate()));
  }

  @Override
  public HasMetadata primary(
      Identity canary, Snapshot revision, ConfigNames references, int replicas) {
    var blueprint = revision.blueprint();
    var spec = json.convertValue(blueprint.settings(), DeploymentSpec.class);
    spec.setReplicas(replicas);
    spec.setSelector(
        new LabelSelectorBuilder()
            .addToMatchLabels(blueprint.selectorKey(), blueprint.primaryValue())
            .build());
    spec.setTemplate(
        revision
            .primary()
            .map(made -> PrimaryTemplate.marked(json.clone(made), revision.revision()))
            .orElseGet(
                () ->
                    PrimaryTemplate.of(
                        json.clone(blueprint.template()),
                        canary,
                        revision,
                        references,
                        inheritance)));
    var deployment = new Deployment();
    deployment.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(canary.namespace())
            .withName(canary.primaryName().name())
            .withLabels(blueprint.labels())
            .addToLabels(blueprint.selectorKey(), blueprint.primaryValue())
            .withAnnotations(blueprint.annotations())
            .withOwnerReferences(canary.owner())
            .build());
    deployment.setSpec(spec);
    return deployment;
  }

  @Override
  public boolean scale(Applier applier, NamespacedName name, int replicas) {
    return applier.scale(KIND, name, replicas).wrote();
  }

  private static Live live(Deployment deployment) {
    var spec = deployment.getSpec();
    var status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
    var template = spec.getTemplate().getMetadata();
    var annotations = template == null ? null : template.getAnnotations();
    return new Live(
        deployment,
        Nullness.orZero(deployment.getMetadata().getGeneration()),
        spec.getReplicas() == null ? 1 : spec.getReplicas(),
        Nullness.orZero(status.getAvailableReplicas()),
        Optional.ofNullable(Nullness.map(annotations).get(PrimaryTemplate.REVISION)),
        percent -> readiness(deployment, status, percent));
  }

  /** The reference's rules and texts, but no replicas are not ready replicas. */
  private static Facts.Readiness readiness(
      Deployment deployment, DeploymentStatus status, int percent) {
    var name = deployment.getMetadata().getName();
    var wanted =
        deployment.getSpec().getReplicas() == null ? 1 : deployment.getSpec().getReplicas();
    if (Nullness.orZero(status.getObservedGeneration())
        < Nullness.orZero(deployment.getMetadata().getGeneration())) {
      return waiting("observed deployment generation less than desired generation");
    }
    if (wanted == 0) {
      return waiting("no replicas are asked for");
    }
    if (rolloutTimedOut(status)) {
      return new Facts.Readiness.Stuck(
          "deployment \"" + name + "\" exceeded its progress deadline");
    }
    var updated = Nullness.orZero(status.getUpdatedReplicas());
    var total = Nullness.orZero(status.getReplicas());
    var available = Nullness.orZero(status.getAvailableReplicas());
    if (updated < wanted) {
      return waiting(updated + " out of " + wanted + " new replicas have been updated");
    }
    if (total > updated) {
      return waiting((total - updated) + " old replicas are pending termination");
    }
    if (available < Math.max(1, updated * percent / 100)) {
      return waiting(
          "%d of %d (readyThreshold %d%%) updated replicas are available"
              .formatted(available, updated, percent));
    }
    return new Facts.Readiness.Ready();
  }

  private static Facts.Readiness waiting(String why) {
    return new Facts.Readiness.Waiting("waiting for rollout to finish: " + why);
  }

  private static boolean rolloutTimedOut(DeploymentStatus status) {
    return Nullness.<DeploymentCondition>stream(status.getConditions())
        .anyMatch(
            c ->
                "Progressing".equals(c.getType())
                    && "ProgressDeadlineExceeded".equals(c.getReason()));
  }
}
