package io.burgee.kustomize.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.kustomize.resource.Gvk;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of the OpenAPI document of Kubernetes 1.21, looked up in it once. */
class BuiltInSchemaTest {
  private static final Schema SCHEMA = BuiltInSchema.get();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1|Deployment|spec.template.spec.containers|name",
        "apps/v1|Deployment|spec.template.spec.containers[].env|name",
        "apps/v1|StatefulSet|spec.template.spec.initContainers[].ports|containerPort,protocol",
        "apps/v1|DaemonSet|spec.template.spec.containers[].volumeMounts|mountPath",
        "apps/v1|ReplicaSet|spec.template.spec.containers[].volumeDevices|devicePath",
        "batch/v1|Job|spec.template.spec.volumes|name",
        "batch/v1|CronJob|spec.jobTemplate.spec.template.spec.containers|name",
        "batch/v1beta1|CronJob|spec.jobTemplate.metadata.ownerReferences|uid",
        "v1|Pod|spec.hostAliases|ip",
        "v1|Pod|spec.topologySpreadConstraints|topologyKey,whenUnsatisfiable",
        "v1|Pod|spec.ephemeralContainers[].env|name",
        "v1|Pod|status.podIPs|ip",
        "v1|PodTemplate|template.spec.imagePullSecrets|name",
        "v1|ReplicationController|spec.template.spec.containers|name",
        "v1|Service|spec.ports|port,protocol",
        "v1|ServiceAccount|secrets|name",
        "v1|Node|status.addresses|type",
        "v1|ComponentStatus|conditions|type",
        "v1|Namespace|status.conditions|type",
        "policy/v1|PodDisruptionBudget|status.conditions|type",
        "storage.k8s.io/v1beta1|CSINode|spec.drivers|name",
        "admissionregistration.k8s.io/v1|MutatingWebhookConfiguration|webhooks|name",
        "autoscaling/v2beta2|HorizontalPodAutoscaler|metadata.ownerReferences|uid",
      })
  void listsAreMergedByTheirKeys(String apiVersion, String kind, String path, String keys) {
    assertThat(type(apiVersion, kind, path).listMerge())
        .isEqualTo(new ListMerge(true, List.of(keys.split(","))));
  }

  @ParameterizedTest
  @CsvSource({"v1,ConfigMap,metadata.finalizers", "v1,Node,spec.podCIDRs"})
  void listsWithoutKeysAreSets(String apiVersion, String kind, String path) {
    assertThat(type(apiVersion, kind, path).listMerge()).isEqualTo(new ListMerge(true, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"args", "command", "envFrom"})
  void otherListsOfContainersHaveNoStrategy(String field) {
    var container = type("v1", "Pod", "spec.containers[].env").items();
    assertThat(container).isNull();
    var containers = Objects.requireNonNull(type("v1", "Pod", "spec.containers").items());
    assertThat(containers.field(field)).isNull();
  }

  @Test
  void portsOfEphemeralContainersAreReplaced() {
    var items = Objects.requireNonNull(type("v1", "Pod", "spec.ephemeralContainers").items());
    assertThat(items.field("ports")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "autoscaling/v2,HorizontalPodAutoscaler",
    "apps/v1beta1,Deployment",
    "extensions/v1beta1,Deployment",
    "flowcontrol.apiserver.k8s.io/v1,FlowSchema",
    "gateway.networking.k8s.io/v1,Gateway",
    "example.com/v1,Custom",
  })
  void newerAndOlderAndCustomKindsAreUnknown(String apiVersion, String kind) {
    assertThat(SCHEMA.type(Gvk.of(apiVersion, kind))).isNull();
    assertThat(SCHEMA.clusterScoped(Gvk.of(apiVersion, kind))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "v1,Namespace",
    "v1,Node",
    "v1,PersistentVolume",
    "v1,ComponentStatus",
    "v1,NodeProxyOptions",
    "apiextensions.k8s.io/v1beta1,CustomResourceDefinition",
    "apiregistration.k8s.io/v1,APIService",
    "certificates.k8s.io/v1,CertificateSigningRequest",
    "networking.k8s.io/v1,IngressClass",
    "node.k8s.io/v1,RuntimeClass",
    "policy/v1beta1,PodSecurityPolicy",
    "rbac.authorization.k8s.io/v1,ClusterRoleBinding",
    "scheduling.k8s.io/v1,PriorityClass",
    "storage.k8s.io/v1,CSIDriver",
    "storage.k8s.io/v1beta1,VolumeAttachment",
    "flowcontrol.apiserver.k8s.io/v1beta1,PriorityLevelConfiguration",
  })
  void someKindsHaveNoNamespace(String apiVersion, String kind) {
    assertThat(SCHEMA.clusterScoped(Gvk.of(apiVersion, kind))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "v1,ConfigMap",
    "rbac.authorization.k8s.io/v1,RoleBinding",
    "storage.k8s.io/v1beta1,CSIStorageCapacity",
    "v1,CustomResourceDefinition",
  })
  void othersHaveOne(String apiVersion, String kind) {
    assertThat(SCHEMA.clusterScoped(Gvk.of(apiVersion, kind))).isFalse();
  }

  private static Schema.Type type(String apiVersion, String kind, String path) {
    var type = Objects.requireNonNull(SCHEMA.type(Gvk.of(apiVersion, kind)));
    for (var part : path.split("\\.", -1)) {
      boolean items = part.endsWith("[]");
      type = Objects.requireNonNull(type.field(items ? part.replace("[]", "") : part), path);
      type = items ? Objects.requireNonNull(type.items(), path) : type;
    }
    return type;
  }
}
