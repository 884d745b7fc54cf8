package io.burgee.mesh.istio;

import io.burgee.core.Weight;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.ServiceSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections are split by weight; what looks into requests has no meaning for them. */
final class TcpRules {
  /** What a match of HTTP and one of TCP have in common. */
  private static final List<String> COMMON =
      List.of("port", "sourceLabels", "sourceNamespace", "gateways");

  private TcpRules() {}

  static List<Map<String, Object>> of(RouteIntent intent) {
    var names = intent.names();
    var canary = intent.traffic().canary();
    return List.of(
        rule(
            intent.service(),
            List.of(
                weighted(intent.service(), names.primary(), canary.rest()),
                weighted(intent.service(), names.canary(), canary))));
  }

  static Map<String, Object> rule(ServiceSection service, List<Map<String, Object>> route) {
    var rule = new LinkedHashMap<String, Object>();
    var match = match(service);
    if (!match.isEmpty()) {
      rule.put("match", match);
    }
    rule.put("route", route);
    return rule;
  }

  /** One condition that says nothing of connections makes the rule hold for all of them. */
  private static List<Map<String, Object>> match(ServiceSection service) {
    var conditions = new ArrayList<Map<String, Object>>();
    for (var condition : service.match()) {
      var common = new LinkedHashMap<>(condition);
      common.keySet().retainAll(COMMON);
      if (common.isEmpty()) {
        return List.of();
      }
      conditions.add(common);
    }
    return conditions;
  }

  private static Map<String, Object> weighted(ServiceSection service, String host, Weight weight) {
    var weighted = new LinkedHashMap<String, Object>();
    weighted.put("destination", VirtualServiceSpec.destination(service, host));
    weighted.put("weight", weight.percent());
    return weighted;
  }
}
