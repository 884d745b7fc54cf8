package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The defaults of pods and pod templates. */
final class PodDefaults {
  private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final Map<String, Integer> PROBE_NUMBERS =
      Map.of(
          "timeoutSeconds", 1, "periodSeconds", 10, "successThreshold", 1, "failureThreshold", 3);
  private static final List<String> FILE_VOLUMES =
      List.of("configMap", "secret", "downwardAPI", "projected");
  private static final int READ_WRITE = 0644;

  private PodDefaults() {}

  static void fill(ObjectNode podSpec) {
    Fill.text(podSpec, "restartPolicy", "Always");
    Fill.text(podSpec, "dnsPolicy", "ClusterFirst");
    Fill.text(podSpec, "schedulerName", "default-scheduler");
    Fill.number(podSpec, "terminationGracePeriodSeconds", 30);
    Fill.object(podSpec, "securityContext");
    if (podSpec.hasNonNull("serviceAccountName")) {
      Fill.text(podSpec, "serviceAccount", podSpec.path("serviceAccountName").asText());
    } else if (podSpec.hasNonNull("serviceAccount")) {
      podSpec.put("serviceAccountName", podSpec.path("serviceAccount").asText());
    }
    var hostNetwork = podSpec.path("hostNetwork").asBoolean();
    for (var list : CONTAINER_LISTS) {
      each(podSpec.path(list), container -> container(container, hostNetwork));
    }
    each(podSpec.path("volumes"), PodDefaults::volume);
  }

  /** What a pod, unlike a template, gets besides. */
  static void fillRunning(ObjectNode podSpec) {
    if (Fill.absent(podSpec, "enableServiceLinks")) {
      podSpec.put("enableServiceLinks", true);
    }
    for (var list : CONTAINER_LISTS) {
      each(podSpec.path(list), container -> requestsFromLimits(container.path("resources")));
    }
  }

  private static void container(ObjectNode container, boolean hostNetwork) {
    Fill.text(container, "terminationMessagePath", "/dev/termination-log");
    Fill.text(container, "terminationMessagePolicy", "File");
    Fill.text(container, "imagePullPolicy", pullPolicy(container.path("image").asText()));
    Fill.object(container, "resources");
    each(
        container.path("ports"),
        port -> {
          Fill.text(port, "protocol", "TCP");
          if (hostNetwork) {
            Fill.number(port, "hostPort", port.path("containerPort").asInt());
          }
        });
    each(container.path("env"), PodDefaults::environment);
    for (var name : PROBES) {
      if (container.get(name) instanceof ObjectNode probe) {
        PROBE_NUMBERS.forEach((field, value) -> Fill.number(probe, field, value));
        handler(probe);
      }
    }
    for (var hook : List.of("postStart", "preStop")) {
      if (container.path("lifecycle").get(hook) instanceof ObjectNode handler) {
        handler(handler);
      }
    }
  }

  /** Without a tag, or with the tag {@code latest}, an image is pulled each time. */
  private static String pullPolicy(String image) {
    if (image.contains("@")) {
      return "IfNotPresent";
    }
    var name = image.substring(image.lastIndexOf('/') + 1);
    var tag = name.contains(":") ? name.substring(name.indexOf(':') + 1) : "latest";
    return tag.equals("latest") ? "Always" : "IfNotPresent";
  }

  private static void requestsFromLimits(JsonNode resources) {
    if (resources instanceof ObjectNode object && object.path("limits").isObject()) {
      var requests = Fill.object(object, "requests");
      object
          .path("limits")
          .properties()
          .forEach(limit -> requests.putIfAbsent(limit.getKey(), limit.getValue()));
    }
  }

  private static void environment(ObjectNode variable) {
    Json.object(variable, "/valueFrom/fieldRef")
        .ifPresent(reference -> Fill.text(reference, "apiVersion", "v1"));
  }

  private static void handler(ObjectNode handler) {
    if (handler.get("httpGet") instanceof ObjectNode request) {
      Fill.text(request, "path", "/");
      Fill.text(request, "scheme", "HTTP");
    }
    if (handler.get("grpc") instanceof ObjectNode request) {
      Fill.text(request, "service", "");
    }
  }

  private static void volume(ObjectNode volume) {
    for (var kind : FILE_VOLUMES) {
      if (volume.get(kind) instanceof ObjectNode source) {
        Fill.number(source, "defaultMode", READ_WRITE);
        items(source);
        each(
            source.path("sources"),
            part -> {
              if (part.get("downwardAPI") instanceof ObjectNode api) {
                items(api);
              }
              if (part.get("serviceAccountToken") instanceof ObjectNode token) {
                Fill.number(token, "expirationSeconds", 3600);
              }
            });
      }
    }
    if (volume.get("hostPath") instanceof ObjectNode path) {
      Fill.text(path, "type", "");
    }
  }

  private static void items(ObjectNode source) {
    each(
        source.path("items"),
        item -> {
          if (item.get("fieldRef") instanceof ObjectNode reference) {
            Fill.text(reference, "apiVersion", "v1");
          }
        });
  }

  static void each(JsonNode list, Consumer<ObjectNode> action) {
    for (var item : list) {
      if (item instanceof ObjectNode object) {
        action.accept(object);
      }
    }
  }
}
