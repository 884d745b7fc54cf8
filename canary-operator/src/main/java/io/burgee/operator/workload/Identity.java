package io.burgee.operator.workload;

import io.burgee.api.Canary;
import io.burgee.kube.NamespacedName;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Objects;

/**
 * One Canary and the names that follow from it.
 *
 * @param target the workload's name
 * @param kind the workload's kind
 * @param apex the Service that users address
 */
public record Identity(
    String namespace, String name, String uid, String target, String kind, String apex) {
  public static final String API_VERSION = "flagger.app/v1beta1";

  /** Of a Canary whose {@code targetRef} was validated. */
  public static Identity of(Canary canary) {
    var spec = canary.getSpec();
    var ref = Objects.requireNonNull(spec.getTargetRef());
    var target = Objects.requireNonNull(ref.getName());
    var service = spec.getService();
    var apex = service == null ? null : service.getName();
    var metadata = canary.getMetadata();
    return new Identity(
        metadata.getNamespace(),
        metadata.getName(),
        Objects.requireNonNullElse(metadata.getUid(), ""),
        target,
        Objects.requireNonNull(ref.getKind()),
        apex == null || apex.isEmpty() ? target : apex);
  }

  public NamespacedName targetName() {
    return NamespacedName.of(namespace, target);
  }

  public NamespacedName primaryName() {
    return NamespacedName.of(namespace, target + "-primary");
  }

  public NamespacedName apexName() {
    return NamespacedName.of(namespace, apex);
  }

  /** What marks an object as this Canary's; the garbage collector takes it along. */
  public OwnerReference owner() {
    return new OwnerReferenceBuilder()
        .withApiVersion(API_VERSION)
        .withKind("Canary")
        .withName(name)
        .withUid(uid)
        .withController(true)
        .withBlockOwnerDeletion(true)
        .build();
  }
}
