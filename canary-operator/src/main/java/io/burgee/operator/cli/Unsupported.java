package io.burgee.operator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Flagger does with a flag, and this version does not do yet: said at the start, each once.
 */
final class Unsupported {
  private static final String NGINX_PREFIX = "nginx.ingress.kubernetes.io";

  private Unsupported() {}

  /** What was asked for and is left out; the process works without it. */
  static List<String> warnings(RunOptions options) {
    var found = new ArrayList<String>();
    if (!options.slack().url().isEmpty() || !options.slack().token().isEmpty()) {
      found.add(
          "-slack-url, -slack-token: this version sends no alerts; Events and -event-webhook tell"
              + " the same");
    }
    if (!options.teams().url().isEmpty()) {
      found.add(
          "-msteams-url: this version sends no alerts; Events and -event-webhook tell the same");
    }
    if (!options.clusterName().isEmpty()) {
      found.add("-cluster-name is for alerts, and this version sends none");
    }
    if (!options.ingressClass().isEmpty()) {
      found.add("-ingress-class is for Contour, which this version does not know");
    }
    if (!options.ingressAnnotationsPrefix().equals(NGINX_PREFIX)) {
      found.add("-ingress-annotations-prefix is for NGINX, which this version does not know");
    }
    return List.copyOf(found);
  }

  /** Why it must not start: what was asked for would be looked for in the wrong place. */
  static Optional<String> refusal(RunOptions options) {
    return options.cluster().meshKubeconfig().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "-kubeconfig-service-mesh: this version keeps route objects in the cluster of the"
                + " workloads only, and would route nothing in the other");
  }
}
