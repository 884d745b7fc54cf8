package io.burgee.mesh.istio;

import io.burgee.core.Weight;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.ServiceSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the spec of the application's VirtualService. */
final class VirtualServiceSpec {
  private static final String MESH = "mesh";

  private VirtualServiceSpec() {}

  static Map<String, Object> of(RouteIntent intent) {
    var service = intent.service();
    var spec = new LinkedHashMap<String, Object>();
    spec.put("hosts", hosts(service, intent.names().apex()));
    if (!service.delegation()) {
      spec.put("gateways", service.gateways().isEmpty() ? List.of(MESH) : service.gateways());
    }
    spec.put("http", List.of(rule(intent)));
    return spec;
  }

  /** A delegate has none: those of the VirtualService that delegates to it count. */
  private static List<String> hosts(ServiceSection service, String apex) {
    if (service.delegation()) {
      return List.of();
    }
    var hosts = new ArrayList<>(service.hosts());
    if (!hosts.contains(apex) && !hosts.contains("*")) {
      hosts.add(apex);
    }
    return hosts;
  }

  private static Map<String, Object> rule(RouteIntent intent) {
    var service = intent.service();
    var rule = new LinkedHashMap<String, Object>();
    putUnlessEmpty(rule, "match", service.match());
    putUnlessEmpty(rule, "rewrite", rewrite(service.rewrite()));
    if (!service.timeout().isBlank()) {
      rule.put("timeout", service.timeout());
    }
    putUnlessEmpty(rule, "retries", retries(service.retries()));
    putUnlessEmpty(rule, "corsPolicy", service.corsPolicy());
    putUnlessEmpty(rule, "headers", service.headers());
    var canary = intent.traffic().canary();
    rule.put(
        "route",
        List.of(
            destination(intent, intent.names().primary(), canary.rest()),
            destination(intent, intent.names().canary(), canary)));
    return rule;
  }

  /** The Canary's {@code type} is for Gateway API; Istio's schema doesn't know it. */
  private static Map<String, Object> rewrite(Map<String, Object> written) {
    var rewrite = new LinkedHashMap<>(written);
    rewrite.remove("type");
    return rewrite;
  }

  /** Istio requires {@code attempts} where anything about retries is said. */
  private static Map<String, Object> retries(Map<String, Object> written) {
    var retries = new LinkedHashMap<>(written);
    if (!retries.isEmpty()) {
      retries.putIfAbsent("attempts", 0);
    }
    return retries;
  }

  private static Map<String, Object> destination(RouteIntent intent, String host, Weight weight) {
    var destination = new LinkedHashMap<String, Object>();
    destination.put("host", host);
    if (needsPort(intent.service())) {
      destination.put("port", Map.of("number", intent.service().port()));
    }
    var weighted = new LinkedHashMap<String, Object>();
    weighted.put("destination", destination);
    weighted.put("weight", weight.percent());
    return weighted;
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

  private static void putUnlessEmpty(Map<String, Object> rule, String name, Map<?, ?> value) {
    if (!value.isEmpty()) {
      rule.put(name, value);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> rule, String name, List<?> value) {
    if (!value.isEmpty()) {
      rule.put(name, value);
    }
  }
}
