package io.burgee.operator.cli;

import io.burgee.operator.canary.Settings;
import io.burgee.operator.workload.Inheritance;
import java.util.List;
import picocli.CommandLine.Option;

/** What the commands around a takeover must know of how the operator is started. */
final class MigrationFlags {
  @Option(
      names = "--mesh-provider",
      paramLabel = "NAME",
      description = "As the operator has it; default: ${DEFAULT-VALUE}.")
  private String meshProvider = "istio";

  @Option(
      names = "--selector-labels",
      paramLabel = "KEYS",
      split = ",",
      description = "As the operator has it; default: ${DEFAULT-VALUE}.")
  private List<String> selectorLabels = List.of("app", "name", "app.kubernetes.io/name");

  @Option(
      names = "--include-label-prefix",
      paramLabel = "PREFIXES",
      split = ",",
      description = "As the operator has it; default: none.")
  private List<String> includeLabelPrefix = List.of();

  @Option(
      names = "--enable-config-tracking",
      arity = "1",
      paramLabel = "BOOL",
      description = "As the operator has it; default: ${DEFAULT-VALUE}.")
  private boolean configTracking = true;

  @Option(names = "--no-cross-namespace-refs", description = "As the operator has it.")
  private boolean noCrossNamespaceRefs;

  Settings settings() {
    return new Settings(
        meshProvider,
        "http://prometheus:9090",
        new Inheritance(selectorLabels, includeLabelPrefix),
        configTracking,
        !noCrossNamespaceRefs,
        1);
  }
}
