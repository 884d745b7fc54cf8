package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of pod specs that users run into. */
final class PodRules {
  private static final int MAX_PORT = 65535;

  private PodRules() {}

  /** {@code restartPolicies} are the allowed ones; empty allows all. */
  static void check(
      JsonNode podSpec, String path, Set<String> restartPolicies, List<Problem> problems) {
    if (podSpec.path("containers").isEmpty()) {
      problems.add(Problem.required(path + ".containers", ""));
    }
    var volumes = new HashSet<String>();
    podSpec.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
    var names = new HashSet<String>();
    for (var list : List.of("initContainers", "containers")) {
      var containers = podSpec.path(list);
      for (int i = 0; i < containers.size(); i++) {
        var at = path + "." + list + "[" + i + "]";
        container(containers.get(i), at, names, volumes, problems);
      }
    }
    var policy = podSpec.path("restartPolicy");
    if (!restartPolicies.isEmpty()
        && policy.isTextual()
        && !restartPolicies.contains(policy.asText())) {
      problems.add(
          Problem.unsupported(path + ".restartPolicy", policy, List.copyOf(restartPolicies)));
    }
  }

  private static void container(
      JsonNode container,
      String path,
      Set<String> names,
      Set<String> volumes,
      List<Problem> problems) {
    var name = container.path("name");
    if (name.asText("").isEmpty()) {
      problems.add(Problem.required(path + ".name", ""));
    } else if (!names.add(name.asText())) {
      problems.add(Problem.duplicate(path + ".name", name));
    }
    if (container.path("image").asText("").isEmpty()) {
      problems.add(Problem.required(path + ".image", ""));
    }
    var ports = container.path("ports");
    for (int i = 0; i < ports.size(); i++) {
      port(ports.get(i).path("containerPort"), path + ".ports[" + i + "].containerPort", problems);
    }
    var mounts = container.path("volumeMounts");
    for (int i = 0; i < mounts.size(); i++) {
      var mounted = mounts.get(i).path("name").asText();
      if (!volumes.contains(mounted)) {
        problems.add(
            new Problem(
                "FieldValueNotFound",
                path + ".volumeMounts[" + i + "].name",
                "Not found: \"" + mounted + '"'));
      }
    }
  }

  static void port(JsonNode port, String path, List<Problem> problems) {
    if (port.isMissingNode() || (port.asInt() == 0 && path.endsWith("containerPort"))) {
      problems.add(Problem.required(path, ""));
    } else if (port.asInt() < 1 || port.asInt() > MAX_PORT) {
      problems.add(Problem.invalid(path, port, "must be between 1 and 65535, inclusive"));
    }
  }
}
