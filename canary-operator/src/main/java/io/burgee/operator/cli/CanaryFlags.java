package io.burgee.operator.cli;

import io.burgee.operator.canary.Settings;
import io.burgee.operator.workload.Inheritance;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The flags of the operator that say what Canaries mean. The commands around a takeover take them
 * too: what they foretell holds for an operator that was started with the same ones.
 */
final class CanaryFlags {
  static final String METRICS_SERVER = "http://prometheus:9090";

  @Option(
      names = "--mesh-provider",
      paramLabel = "NAME",
      description = "For canaries that name none; default: ${DEFAULT-VALUE}.")
  private String meshProvider = "istio";

  @Option(
      names = "--selector-labels",
      paramLabel = "KEYS",
      split = ",",
      description = "Labels that may tell a workload's pods apart; default: ${DEFAULT-VALUE}.")
  private List<String> selectorLabels = List.of("app", "name", "app.kubernetes.io/name");

  @Option(
      names = "--include-label-prefix",
      paramLabel = "PREFIXES",
      split = ",",
      description = "Labels and annotations that primaries inherit; * for all, default: none.")
  private List<String> includeLabelPrefix = List.of();

  @Option(
      names = "--enable-config-tracking",
      arity = "1",
      paramLabel = "BOOL",
      description = "A changed ConfigMap or Secret starts a run; default: ${DEFAULT-VALUE}.")
  private boolean configTracking = true;

  @Option(
      names = "--no-cross-namespace-refs",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOL",
      description = "Refuse references into other namespaces; default: ${DEFAULT-VALUE}.")
  private boolean noCrossNamespaceRefs;

  String meshProvider() {
    return meshProvider;
  }

  List<String> selectorLabels() {
    return withoutBlanks(selectorLabels);
  }

  List<String> includeLabelPrefix() {
    return withoutBlanks(includeLabelPrefix);
  }

  boolean configTracking() {
    return configTracking;
  }

  boolean noCrossNamespaceRefs() {
    return noCrossNamespaceRefs;
  }

  /** For commands that ask no metrics. */
  Settings settings() {
    return new Settings(
        meshProvider,
        METRICS_SERVER,
        new Inheritance(selectorLabels(), includeLabelPrefix()),
        configTracking,
        !noCrossNamespaceRefs,
        1);
  }

  private static List<String> withoutBlanks(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }
}
