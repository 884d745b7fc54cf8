package io.burgee.sandbox.server;

import static io.burgee.sandbox.server.Column.AGE;
import static io.burgee.sandbox.server.Column.NAME;
import static io.burgee.sandbox.server.Column.count;
import static io.burgee.sandbox.server.Column.text;
import static io.burgee.sandbox.server.Column.wide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.burgee.sandbox.store.GroupResource;
import io.burgee.sandbox.store.Meta;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns of built-in types; types without an entry have name and age. */
final class BuiltinColumns {
  private static final Map<String, List<Column>> COLUMNS =
      Map.ofEntries(
          entry("namespaces", NAME, text("Status", at("status.phase")), AGE),
          entry(
              "nodes",
              NAME,
              text("Status", Cells::nodeStatus),
              text("Roles", Cells::nodeRoles),
              AGE,
              text("Version", at("status.nodeInfo.kubeletVersion")),
              wide("Internal-IP", node -> Cells.nodeAddress(node, "InternalIP")),
              wide("External-IP", node -> Cells.nodeAddress(node, "ExternalIP")),
              wide("OS-Image", at("status.nodeInfo.osImage")),
              wide("Kernel-Version", at("status.nodeInfo.kernelVersion")),
              wide("Container-Runtime", at("status.nodeInfo.containerRuntimeVersion"))),
          entry(
              "pods",
              NAME,
              text("Ready", Cells::podReady),
              text("Status", Cells::podStatus),
              text("Restarts", Cells::podRestarts),
              AGE,
              wide("IP", at("status.podIP")),
              wide("Node", at("spec.nodeName")),
              wide("Nominated Node", at("status.nominatedNodeName")),
              wide("Readiness Gates", Cells::readinessGates)),
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
              moment("Last Seen", 0, Cells::lastSeen),
              text("Type", at("type")),
              text("Reason", at("reason")),
              text("Object", Cells::involvedObject),
              wide("Subobject", event -> Cells.at(event, "involvedObject.fieldPath").asText("")),
              wide("Source", Cells::eventSource),
              text("Message", event -> event.path("message").asText().strip()),
              moment("First Seen", 1, Cells::firstSeen),
              wide("Count", event -> Long.toString(event.path("count").asLong(1))),
              wide("Name", Meta::name)),
          entry(
              "deployments.apps",
              NAME,
              text("Ready", Cells::replicasReady),
              text("Up-to-date", digits("status.updatedReplicas")),
              text("Available", digits("status.availableReplicas")),
              AGE,
              wide("Containers", Cells::containers),
              wide("Images", Cells::images),
              wide("Selector", Cells::selector)),
          entry(
              "replicasets.apps",
              NAME,
              count("Desired", "spec.replicas"),
              count("Current", "status.replicas"),
              count("Ready", "status.readyReplicas"),
              AGE,
              wide("Containers", Cells::containers),
              wide("Images", Cells::images),
              wide("Selector", Cells::selector)),
          entry(
              "daemonsets.apps",
              NAME,
              count("Desired", "status.desiredNumberScheduled"),
              count("Current", "status.currentNumberScheduled"),
              count("Ready", "status.numberReady"),
              count("Up-to-date", "status.updatedNumberScheduled"),
              count("Available", "status.numberAvailable"),
              text("Node Selector", Cells::nodeSelector),
              AGE,
              wide("Containers", Cells::containers),
              wide("Images", Cells::images),
              wide("Selector", Cells::selector)),
          entry(
              "statefulsets.apps",
              NAME,
              text("Ready", Cells::replicasReady),
              AGE,
              wide("Containers", Cells::containers),
              wide("Images", Cells::images)),
          entry(
              "controllerrevisions.apps",
              NAME,
              text("Controller", Cells::controller),
              text("Revision", digits("revision")),
              AGE),
          entry(
              "horizontalpodautoscalers.autoscaling",
              NAME,
              text("Reference", Cells::scaleTarget),
              text("Targets", Cells::targets),
              text("MinPods", digits("spec.minReplicas")),
              text("MaxPods", digits("spec.maxReplicas")),
              text("Replicas", digits("status.currentReplicas")),
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
              text("Scope", at("spec.scope")),
              text("Versions", Cells::definedVersions),
              new Column(
                  "Created At",
                  "date",
                  "",
                  "Created At",
                  0,
                  (object, now) -> object.path("metadata").path("creationTimestamp")),
              wide("Group", at("spec.group")),
              wide("Kind", at("spec.names.kind")),
              wide("ShortNames", Cells::shortNames),
              new Column(
                  "Established",
                  "boolean",
                  "",
                  "Established",
                  1,
                  (object, now) -> BooleanNode.valueOf(Cells.established(object)))),
          entry(
              "endpointslices.discovery.k8s.io",
              NAME,
              text("AddressType", at("addressType")),
              text("Ports", Cells::slicePorts),
              text("Endpoints", Cells::sliceEndpoints),
              AGE));

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

  /** How long ago something was. */
  private static Column moment(String name, int priority, Function<JsonNode, String> time) {
    return new Column(
        name, "string", "", name, priority, (object, now) -> Column.age(time.apply(object), now));
  }

  private static Function<JsonNode, String> digits(String path) {
    return object -> Long.toString(Cells.at(object, path).asLong());
  }
}
