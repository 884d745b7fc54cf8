package io.burgee.operator.workload;

import io.burgee.kube.Applier;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.Objects;
import java.util.function.BiFunction;

/** What the API server would make of a pod template in a namespace now: nothing is created. */
public final class Preview implements BiFunction<String, PodTemplateSpec, PodTemplateSpec> {
  private static final String NAME = "burgee-preview-";

  private final Applier applier;

  public Preview(Applier applier) {
    this.applier = applier;
  }

  @Override
  public PodTemplateSpec apply(String namespace, PodTemplateSpec template) {
    var spec = new DeploymentSpec();
    spec.setReplicas(0);
    spec.setSelector(
        new LabelSelectorBuilder()
            .withMatchLabels(Nullness.map(template.getMetadata().getLabels()))
            .build());
    spec.setTemplate(template);
    var deployment = new Deployment();
    deployment.setMetadata(
        new ObjectMetaBuilder().withGenerateName(NAME).withNamespace(namespace).build());
    deployment.setSpec(spec);
    return Objects.requireNonNull(applier.preview(deployment).getSpec().getTemplate());
  }
}
