package io.burgee.sandbox.cluster;

/** A kind of objects, in the one version that simulations speak. The core group is empty. */
public record Resource(String group, String version, String plural, String kind) {
  public static final Resource NODES = new Resource("", "v1", "nodes", "Node");
  public static final Resource PODS = new Resource("", "v1", "pods", "Pod");
  public static final Resource SERVICES = new Resource("", "v1", "services", "Service");
  public static final Resource ENDPOINTS = new Resource("", "v1", "endpoints", "Endpoints");
  public static final Resource ENDPOINT_SLICES =
      new Resource("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice");
  public static final Resource EVENTS = new Resource("", "v1", "events", "Event");
  public static final Resource DEPLOYMENTS =
      new Resource("apps", "v1", "deployments", "Deployment");
  public static final Resource REPLICA_SETS =
      new Resource("apps", "v1", "replicasets", "ReplicaSet");
  public static final Resource DAEMON_SETS = new Resource("apps", "v1", "daemonsets", "DaemonSet");
  public static final Resource AUTOSCALERS =
      new Resource("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler");
  public static final Resource VIRTUAL_SERVICES =
      new Resource("networking.istio.io", "v1beta1", "virtualservices", "VirtualService");

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
