package io.burgee.helm.render;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which kinds are installed; those that aren't in it come last, by name. */
final class KindOrder implements Comparator<String> {
  private static final List<String> KINDS =
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration");

  static final KindOrder INSTALL = new KindOrder(KINDS);

  private final Map<String, Integer> places = new HashMap<>();

  private KindOrder(List<String> kinds) {
    for (int i = 0; i < kinds.size(); i++) {
      places.put(kinds.get(i), i);
    }
  }

  @Override
  public int compare(String left, String right) {
    int a = places.getOrDefault(left, Integer.MAX_VALUE);
    int b = places.getOrDefault(right, Integer.MAX_VALUE);
    boolean unknown = a == Integer.MAX_VALUE && b == Integer.MAX_VALUE;
    return unknown ? left.compareTo(right) : Integer.compare(a, b);
  }
}
