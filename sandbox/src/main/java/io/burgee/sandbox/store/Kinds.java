package io.burgee.sandbox.store;

import io.burgee.sandbox.store.ResourceType.ScalePaths;
import io.burgee.sandbox.store.ResourceType.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The built-in types, one row each. */
public final class Kinds {
  /**
   * API version, kind, plural, scope, short names, categories, traits. {@code -} is none; {@code
   * scale} adds the scale subresource of workloads.
   */
  private static final String ROWS =
      """
      v1 Namespace namespaces cluster ns - status
      v1 Node nodes cluster no - status
      v1 PersistentVolume persistentvolumes cluster pv - status
      v1 PersistentVolumeClaim persistentvolumeclaims namespaced pvc - status
      v1 Pod pods namespaced po all status,generation
      v1 PodTemplate podtemplates namespaced - - generation
      v1 ReplicationController replicationcontrollers namespaced rc all status,generation,scale
      v1 Service services namespaced svc all status
      v1 Endpoints endpoints namespaced ep - -
      v1 ConfigMap configmaps namespaced cm - -
      v1 Secret secrets namespaced - - -
      v1 Event events namespaced ev - -
      v1 ServiceAccount serviceaccounts namespaced sa - -
      v1 ResourceQuota resourcequotas namespaced quota - status
      v1 LimitRange limitranges namespaced limits - -
      apps/v1 Deployment deployments namespaced deploy all status,generation,scale
      apps/v1 ReplicaSet replicasets namespaced rs all status,generation,scale
      apps/v1 DaemonSet daemonsets namespaced ds all status,generation
      apps/v1 StatefulSet statefulsets namespaced sts all status,generation,scale
      apps/v1 ControllerRevision controllerrevisions namespaced - - -
      autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers namespaced hpa all status
      batch/v1 Job jobs namespaced - all status,generation
      batch/v1 CronJob cronjobs namespaced cj all status,generation
      coordination.k8s.io/v1 Lease leases namespaced - - -
      discovery.k8s.io/v1 EndpointSlice endpointslices namespaced - - generation
      networking.k8s.io/v1 Ingress ingresses namespaced ing - status,generation
      networking.k8s.io/v1 IngressClass ingressclasses cluster - - generation
      networking.k8s.io/v1 NetworkPolicy networkpolicies namespaced netpol - generation
      policy/v1 PodDisruptionBudget poddisruptionbudgets namespaced pdb - status,generation
      rbac.authorization.k8s.io/v1 Role roles namespaced - - -
      rbac.authorization.k8s.io/v1 RoleBinding rolebindings namespaced - - -
      rbac.authorization.k8s.io/v1 ClusterRole clusterroles cluster - - -
      rbac.authorization.k8s.io/v1 ClusterRoleBinding clusterrolebindings cluster - - -
      scheduling.k8s.io/v1 PriorityClass priorityclasses cluster pc - generation
      storage.k8s.io/v1 StorageClass storageclasses cluster sc - -
      apiregistration.k8s.io/v1 APIService apiservices cluster - api-extensions status
      apiextensions.k8s.io/v1 CustomResourceDefinition customresourcedefinitions cluster crd,crds \
      api-extensions status,generation
      """;

  private static final List<ResourceType> ALL = ROWS.lines().map(Kinds::parse).toList();

  public static final ResourceType NAMESPACES = of("", "namespaces");
  public static final ResourceType NODES = of("", "nodes");
  public static final ResourceType PODS = of("", "pods");
  public static final ResourceType SERVICES = of("", "services");
  public static final ResourceType ENDPOINTS = of("", "endpoints");
  public static final ResourceType CONFIG_MAPS = of("", "configmaps");
  public static final ResourceType SERVICE_ACCOUNTS = of("", "serviceaccounts");
  public static final ResourceType EVENTS = of("", "events");
  public static final ResourceType DEPLOYMENTS = of("apps", "deployments");
  public static final ResourceType REPLICA_SETS = of("apps", "replicasets");
  public static final ResourceType DAEMON_SETS = of("apps", "daemonsets");
  public static final ResourceType STATEFUL_SETS = of("apps", "statefulsets");
  public static final ResourceType CONTROLLER_REVISIONS = of("apps", "controllerrevisions");
  public static final ResourceType AUTOSCALERS = of("autoscaling", "horizontalpodautoscalers");
  public static final ResourceType ENDPOINT_SLICES = of("discovery.k8s.io", "endpointslices");
  public static final ResourceType DEFINITIONS =
      of("apiextensions.k8s.io", "customresourcedefinitions");

  private Kinds() {}

  /** All built-in types, in the order of discovery. */
  public static List<ResourceType> all() {
    return ALL;
  }

  private static ResourceType of(String group, String plural) {
    return ALL.stream()
        .filter(type -> type.group().equals(group) && type.plural().equals(plural))
        .findFirst()
        .orElseThrow();
  }

  private static ResourceType parse(String row) {
    var cells = row.split(" ", -1);
    var slash = cells[0].indexOf('/');
    var traits = EnumSet.noneOf(Trait.class);
    var flags = list(cells[6]);
    for (var trait : Trait.values()) {
      if (flags.contains(trait.name().toLowerCase(Locale.ROOT))) {
        traits.add(trait);
      }
    }
    var version = cells[0].substring(slash + 1);
    return new ResourceType(
        slash < 0 ? "" : cells[0].substring(0, slash),
        version,
        cells[1],
        cells[2],
        cells[1].toLowerCase(Locale.ROOT),
        cells[3].equals("namespaced"),
        list(cells[4]),
        list(cells[5]),
        traits,
        flags.contains("scale")
            ? new ScalePaths("spec.replicas", "status.replicas", "spec.selector")
            : null,
        version);
  }

  private static List<String> list(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(","));
  }
}
