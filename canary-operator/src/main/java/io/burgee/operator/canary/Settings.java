package io.burgee.operator.canary;

import io.burgee.operator.workload.Inheritance;

/**
 * How this process was started, as far as it concerns every Canary.
 *
 * @param meshProvider for Canaries without one
 * @param metricsServer for Canaries without one
 * @param configTracking whether ConfigMaps and Secrets belong to a revision
 * @param crossNamespaceRefs whether a Canary may refer to objects in other namespaces
 * @param speed divides every duration of a Canary; 1 outside simulations
 * @param eventWebhook where the events of Canaries without an event hook are posted; empty for
 *     nowhere
 */
public record Settings(
    String meshProvider,
    String metricsServer,
    Inheritance inheritance,
    boolean configTracking,
    boolean crossNamespaceRefs,
    double speed,
    String eventWebhook) {

  /** Without an event hook for everything. */
  public Settings(
      String meshProvider,
      String metricsServer,
      Inheritance inheritance,
      boolean configTracking,
      boolean crossNamespaceRefs,
      double speed) {
    this(meshProvider, metricsServer, inheritance, configTracking, crossNamespaceRefs, speed, "");
  }

  /** Leaves out the event hook, whose URL may work as a key. */
  @Override
  public String toString() {
    return "Settings[meshProvider=" + meshProvider + ", metricsServer=" + metricsServer + "]";
  }
}
