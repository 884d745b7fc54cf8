package io.burgee.mesh.istio;

import io.burgee.mesh.RouteIntent;
import org.jspecify.annotations.Nullable;

/** Names of Services in VirtualServices. */
final class Hosts {
  private Hosts() {}

  /** Short and qualified names of a Service in the route's own namespace mean the same. */
  static boolean isHost(@Nullable Object name, RouteIntent.Names names, String service) {
    var qualified = service + "." + names.namespace();
    return name instanceof String host
        && (host.equals(service)
            || host.equals(qualified)
            || host.equals(qualified + ".svc")
            || host.startsWith(qualified + ".svc."));
  }

  /** Whether it is the primary or the canary. */
  static boolean isSide(@Nullable Object name, RouteIntent.Names names) {
    return isHost(name, names, names.primary()) || isHost(name, names, names.canary());
  }
}
