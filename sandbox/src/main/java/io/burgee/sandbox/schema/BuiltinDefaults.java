package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The defaults of built-in kinds. */
public final class BuiltinDefaults {
  private static final String QUARTER = "25%";

  private BuiltinDefaults() {}

  /**
   * Fills in place what {@code object} leaves out; other kinds stay as they are. What a server
   * allots (addresses, finalizers, an initial status) is not here.
   */
  public static void fill(ObjectNode object) {
    var spec = object.get("spec") instanceof ObjectNode known ? known : object.objectNode();
    switch (object.path("kind").asText() + " " + object.path("apiVersion").asText()) {
      case "Deployment apps/v1" -> deployment(spec);
      case "ReplicaSet apps/v1" -> {
        Fill.number(spec, "replicas", 1);
        template(spec);
      }
      case "DaemonSet apps/v1" -> daemonSet(spec);
      case "StatefulSet apps/v1" -> statefulSet(spec);
      case "Pod v1" -> {
        PodDefaults.fill(spec);
        PodDefaults.fillRunning(spec);
      }
      case "PodTemplate v1" -> template(object);
      case "Service v1" -> service(spec);
      case "Secret v1" -> secret(object);
      case "Namespace v1" -> namespace(object);
      case "HorizontalPodAutoscaler autoscaling/v1" -> Fill.number(spec, "minReplicas", 1);
      case "HorizontalPodAutoscaler autoscaling/v2" -> AutoscalerDefaults.fill(spec);
      case "Job batch/v1" -> job(spec);
      case "CronJob batch/v1" -> cronJob(spec);
      default -> {}
    }
  }

  private static void template(ObjectNode holder) {
    Json.object(holder, "/template/spec").ifPresent(PodDefaults::fill);
  }

  private static void deployment(ObjectNode spec) {
    Fill.number(spec, "replicas", 1);
    Fill.number(spec, "revisionHistoryLimit", 10);
    Fill.number(spec, "progressDeadlineSeconds", 600);
    var strategy = Fill.object(spec, "strategy");
    Fill.text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      var rolling = Fill.object(strategy, "rollingUpdate");
      Fill.text(rolling, "maxUnavailable", QUARTER);
      Fill.text(rolling, "maxSurge", QUARTER);
    }
    template(spec);
  }

  private static void daemonSet(ObjectNode spec) {
    Fill.number(spec, "revisionHistoryLimit", 10);
    var strategy = Fill.object(spec, "updateStrategy");
    Fill.text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      var rolling = Fill.object(strategy, "rollingUpdate");
      Fill.number(rolling, "maxUnavailable", 1);
      Fill.number(rolling, "maxSurge", 0);
    }
    template(spec);
  }

  private static void statefulSet(ObjectNode spec) {
    Fill.number(spec, "replicas", 1);
    Fill.number(spec, "revisionHistoryLimit", 10);
    Fill.text(spec, "podManagementPolicy", "OrderedReady");
    var retention = Fill.object(spec, "persistentVolumeClaimRetentionPolicy");
    Fill.text(retention, "whenDeleted", "Retain");
    Fill.text(retention, "whenScaled", "Retain");
    var strategy = Fill.object(spec, "updateStrategy");
    Fill.text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      var rolling = Fill.object(strategy, "rollingUpdate");
      Fill.number(rolling, "partition", 0);
      Fill.number(rolling, "maxUnavailable", 1);
    }
    template(spec);
  }

  private static void service(ObjectNode spec) {
    Fill.text(spec, "type", "ClusterIP");
    Fill.text(spec, "sessionAffinity", "None");
    var type = spec.path("type").asText();
    if (!type.equals("ExternalName")) {
      Fill.text(spec, "internalTrafficPolicy", "Cluster");
    }
    if (type.equals("NodePort") || type.equals("LoadBalancer")) {
      Fill.text(spec, "externalTrafficPolicy", "Cluster");
    }
    if (type.equals("LoadBalancer") && Fill.absent(spec, "allocateLoadBalancerNodePorts")) {
      spec.put("allocateLoadBalancerNodePorts", true);
    }
    if (spec.path("sessionAffinity").asText().equals("ClientIP")) {
      var client = Fill.object(Fill.object(spec, "sessionAffinityConfig"), "clientIP");
      Fill.number(client, "timeoutSeconds", 10800);
    }
    PodDefaults.each(
        spec.path("ports"),
        port -> {
          Fill.text(port, "protocol", "TCP");
          if (Fill.absent(port, "targetPort")) {
            port.set("targetPort", port.path("port"));
          }
        });
  }

  private static void secret(ObjectNode secret) {
    Fill.text(secret, "type", "Opaque");
    if (secret.remove("stringData") instanceof ObjectNode plain) {
      var data = Fill.object(secret, "data");
      for (var entry : plain.properties()) {
        var bytes = entry.getValue().asText().getBytes(StandardCharsets.UTF_8);
        data.put(entry.getKey(), Base64.getEncoder().encodeToString(bytes));
      }
    }
  }

  private static void namespace(ObjectNode namespace) {
    var metadata = Fill.object(namespace, "metadata");
    var name = metadata.path("name").asText();
    if (!name.isEmpty()) {
      Fill.object(metadata, "labels").put("kubernetes.io/metadata.name", name);
    }
  }

  private static void job(ObjectNode spec) {
    if (Fill.absent(spec, "completions") && Fill.absent(spec, "parallelism")) {
      Fill.number(spec, "completions", 1);
    }
    Fill.number(spec, "parallelism", 1);
    Fill.number(spec, "backoffLimit", 6);
    Fill.text(spec, "completionMode", "NonIndexed");
    Fill.text(spec, "podReplacementPolicy", "TerminatingOrFailed");
    if (Fill.absent(spec, "suspend")) {
      spec.put("suspend", false);
    }
    template(spec);
  }

  private static void cronJob(ObjectNode spec) {
    Fill.text(spec, "concurrencyPolicy", "Allow");
    Fill.number(spec, "successfulJobsHistoryLimit", 3);
    Fill.number(spec, "failedJobsHistoryLimit", 1);
    if (Fill.absent(spec, "suspend")) {
      spec.put("suspend", false);
    }
    Json.object(spec, "/jobTemplate/spec").ifPresent(BuiltinDefaults::template);
  }
}
