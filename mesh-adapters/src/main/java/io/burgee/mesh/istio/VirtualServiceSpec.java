package io.burgee.mesh.istio;

import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.ServiceSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Renders the spec of the application's VirtualService. */
final class VirtualServiceSpec {
  /** Fields that say what goes where. They are ours together, the ones that we leave out too. */
  static final List<String> ROUTING = List.of("hosts", "gateways", "tls", "tcp", "http");

  private static final String MESH = "mesh";

  private VirtualServiceSpec() {}

  static Map<String, Object> of(RouteIntent intent) {
    return of(intent, intent.service().tcp() ? TcpRules.of(intent) : new HttpRules(intent).rules());
  }

  /** Everything to one Service, without any of our own rules. */
  static Map<String, Object> straight(RouteIntent intent, String host) {
    var to = List.of(Map.<String, Object>of("destination", destination(intent.service(), host)));
    return of(
        intent,
        List.of(
            intent.service().tcp()
                ? TcpRules.rule(intent.service(), to)
                : new HttpRules(intent).plain(to)));
  }

  private static Map<String, Object> of(RouteIntent intent, List<Map<String, Object>> rules) {
    var service = intent.service();
    var spec = new LinkedHashMap<String, Object>();
    spec.put("hosts", hosts(service, intent.names()));
    if (!service.delegation()) {
      spec.put("gateways", service.gateways().isEmpty() ? List.of(MESH) : service.gateways());
    }
    spec.put(service.tcp() ? "tcp" : "http", rules);
    return spec;
  }

  /** A delegate has none: those of the VirtualService that delegates to it count. */
  private static List<String> hosts(ServiceSection service, RouteIntent.Names names) {
    if (service.delegation()) {
      return List.of();
    }
    var hosts = new LinkedHashSet<>(service.hosts());
    if (hosts.stream()
        .noneMatch(host -> host.equals("*") || Hosts.isHost(host, names, names.apex()))) {
      hosts.add(names.apex());
    }
    return new ArrayList<>(hosts);
  }

  static Map<String, Object> destination(ServiceSection service, String host) {
    var destination = new LinkedHashMap<String, Object>();
    destination.put("host", host);
    if (needsPort(service)) {
      destination.put("port", Map.of("number", service.port()));
    }
    return destination;
  }

  /**
   * With all ports of the Service exposed, a request that doesn't come through the mesh itself
   * doesn't say which one it is for.
   */
  private static boolean needsPort(ServiceSection service) {
    var throughGateway =
        !service.gateways().isEmpty() && !service.gateways().getFirst().equals(MESH);
    return service.portDiscovery() && (throughGateway || service.delegation());
  }
}
