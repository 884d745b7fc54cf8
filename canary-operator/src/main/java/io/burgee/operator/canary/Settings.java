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
 */
public record Settings(
    String meshProvider,
    String metricsServer,
    Inheritance inheritance,
    boolean configTracking,
    boolean crossNamespaceRefs,
    double speed) {}
