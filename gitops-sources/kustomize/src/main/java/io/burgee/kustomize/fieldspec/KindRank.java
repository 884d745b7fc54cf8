package io.burgee.kustomize.fieldspec;

import java.util.List;

/** Which kinds come first and last where specs are put in order. */
final class KindRank {
  private static final List<String> FIRST =
      List.of(
          "Namespace",
          "ResourceQuota",
          "StorageClass",
          "CustomResourceDefinition",
          "ServiceAccount",
          "PodSecurityPolicy",
          "Role",
          "ClusterRole",
          "RoleBinding",
          "ClusterRoleBinding",
          "ConfigMap",
          "Secret",
          "Endpoints",
          "Service",
          "LimitRange",
          "PriorityClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Deployment",
          "StatefulSet",
          "CronJob",
          "PodDisruptionBudget");
  private static final List<String> LAST =
      List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

  private KindRank() {}

  static int of(String kind) {
    int first = FIRST.indexOf(kind);
    return first >= 0 ? first - FIRST.size() : LAST.indexOf(kind) + 1;
  }
}
