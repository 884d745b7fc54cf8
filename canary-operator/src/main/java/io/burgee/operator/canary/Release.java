package io.burgee.operator.canary;

import io.burgee.api.AutoscalerReference;
import io.burgee.api.CanaryService;
import io.burgee.core.Plan;
import io.burgee.mesh.MeshRouter;
import io.burgee.mesh.RouteIntent;
import io.burgee.metrics.Bindings;
import io.burgee.operator.workload.Identity;
import io.burgee.operator.workload.Workload;
import java.util.List;
import java.util.Optional;

/**
 * A valid Canary, in the terms of the modules that carry it out.
 *
 * @param route without traffic; what is intended is added when it is rendered
 * @param primaryReady percent of the primary's updated pods that must be available
 * @param canaryReady percent of the canary's updated pods that must be available
 */
record Release(
    Identity identity,
    Plan plan,
    Workload workload,
    MeshRouter router,
    RouteIntent route,
    CanaryService service,
    Optional<AutoscalerReference> autoscaler,
    int primaryReady,
    int canaryReady,
    Metrics metrics) {

  /**
   * What is measured, and where.
   *
   * @param address of the metrics server for built-in and inline queries
   * @param bindings what query templates are filled with, interval and variables aside
   */
  record Metrics(String address, Bindings bindings, List<Measured> measured) {}
}
