package io.burgee.metrics;

import java.util.Map;
import java.util.Optional;

/**
 * What the names in a query template stand for.
 *
 * @param name the Canary's
 * @param service the name that users address
 * @param ingress the target's name where the Canary refers to no Ingress
 * @param route the target's name where the Canary refers to no route
 * @param interval how far back the query looks, in Prometheus' notation
 * @param variables the Canary's {@code templateVariables}
 */
public record Bindings(
    String name,
    String namespace,
    String target,
    String service,
    String ingress,
    String route,
    String interval,
    Map<String, String> variables) {

  public Bindings {
    variables = Map.copyOf(variables);
  }

  public Bindings with(String otherInterval, Map<String, String> otherVariables) {
    return new Bindings(
        name, namespace, target, service, ingress, route, otherInterval, otherVariables);
  }

  Optional<String> named(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "name" -> name;
          case "namespace" -> namespace;
          case "target" -> target;
          case "service" -> service;
          case "ingress" -> ingress;
          case "route" -> route;
          case "interval" -> interval;
          default -> null;
        });
  }
}
