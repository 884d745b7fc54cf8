package io.burgee.sandbox.server;

import static io.burgee.sandbox.server.Column.AGE;
import static io.burgee.sandbox.server.Column.NAME;
import static io.burgee.sandbox.server.Column.text;
import static io.burgee.sandbox.server.Column.wide;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.store.GroupResource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns of built-in types; types without an entry have name and age. */
final class BuiltinColumns {
  private static final Column LAST_SEEN =
      new Column(
          "Last Seen",
          "string",
          "",
          "Last Seen",
          0,
          (event, now) -> Column.age(Cells.lastSeen(event), now));

  private static final Map<String, List<Column>> COLUMNS =
      Map.ofEntries(
          entry("namespaces", NAME, text("Status", at("status.phase")), AGE),
          entry(
              "nodes",
              NAME,
              text("Status", Cells::nodeStatus),
              text("Roles", Cells::nodeRoles),
              AGE,
              text("Version", at("status.nodeInfo.kubeletVersion"))),
          entry(
              "pods",
              NAME,
              text("Ready", Cells::podReady),
              text("Status", Cells::podStatus),
              text("Restarts", Cells::podRestarts),
              AGE,
              wide("IP", at("status.podIP")),
              wide("Node", at("spec.nodeName"))),
          entry(
              "services",
              NAME,
              text("Type", at("spec.type")),
              text("Cluster-IP", at("spec.clusterIP")),
              text("External-IP", Cells::externalAddress),
              text("Port(s)", Cells::servicePorts),
              AGE,
              wide("Selector", service -> Cells.labels(service.path("spec").path("selector")))),
          entry("endpoints", NAME, text("Endpoints", Cells::endpoints), AGE),
          entry("configmaps", NAME, text("Data", Cells::dataCount), AGE),
          entry("secrets", NAME, text("Type", at("type")), text("Data", Cells::dataCount), AGE),
          entry(
              "events",
              LAST_SEEN,
              text("Type", at("type")),
              text("Reason", at("reason")),
              text("Object", Cells::involvedObject),
              text("Message", event -> event.path("message").asText().strip())),
          entry(
              "deployments.apps",
              NAME,
              text("Ready", Cells::replicasReady),
              text("Up-to-date", count("status.updatedReplicas")),
              text("Available", count("status.availableReplicas")),
              AGE,
              wide("Containers", Cells::containers),
              wide("Images", Cells::images),
              wide("Selector", Cells::selector)),
          entry(
              "replicasets.apps",
              NAME,
              text("Desired", count("spec.replicas")),
              text("Current", count("status.replicas")),
              text("Ready", count("status.readyReplicas")),
              AGE,
              wide("Containers", Cells::containers),
              wide("Images", Cells::images),
              wide("Selector", Cells::selector)),
          entry(
              "daemonsets.apps",
              NAME,
              text("Desired", count("status.desiredNumberScheduled")),
              text("Current", count("status.currentNumberScheduled")),
              text("Ready", count("status.numberReady")),
              text("Up-to-date", count("status.updatedNumberScheduled")),
              text("Available", count("status.numberAvailable")),
              text("Node Selector", Cells::nodeSelector),
              AGE),
          entry("statefulsets.apps", NAME, text("Ready", Cells::replicasReady), AGE),
          entry(
              "controllerrevisions.apps",
              NAME,
              text("Controller", Cells::controller),
              text("Revision", count("revision")),
              AGE),
          entry(
              "horizontalpodautoscalers.autoscaling",
              NAME,
              text("Reference", Cells::scaleTarget),
              text("Targets", Cells::targets),
              text("MinPods", count("spec.minReplicas")),
              text("MaxPods", count("spec.maxReplicas")),
              text("Replicas", count("status.currentReplicas")),
              AGE),
          entry("leases.coordination.k8s.io", NAME, text("Holder", at("spec.holderIdentity")), AGE),
          entry(
              "ingresses.networking.k8s.io",
              NAME,
              text("Class", at("spec.ingressClassName")),
              text("Hosts", Cells::hosts),
              text("Address", Cells::loadBalancer),
              text("Ports", ingress -> ingress.path("spec").has("tls") ? "80, 443" : "80"),
              AGE),
          entry(
              "customresourcedefinitions.apiextensions.k8s.io",
              NAME,
              text("Created At", at("metadata.creationTimestamp"))));

  private BuiltinColumns() {}

  /** Empty when the type has none of its own. */
  static List<Column> of(GroupResource resource) {
    return COLUMNS.getOrDefault(resource.toString(), List.of());
  }

  private static Map.Entry<String, List<Column>> entry(String resource, Column... columns) {
    return Map.entry(resource, List.of(columns));
  }

  private static Function<JsonNode, String> at(String path) {
    return object -> Cells.orNone(Cells.at(object, path).asText(""));
  }

  private static Function<JsonNode, String> count(String path) {
    return object -> Long.toString(Cells.at(object, path).asLong());
  }
}
