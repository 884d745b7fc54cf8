package io.burgee.operator.workload;

import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
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
        percent -> DeploymentReadiness.of(deployment, percent));
  }
}
