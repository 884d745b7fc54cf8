package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** The rules by which requests to one host find their destination; the first that matches wins. */
record RouteTable(List<Rule> rules) {
  /** A Service, by the name that the route uses for it. */
  record Destination(String host, int weight) {}

  /**
   * @param insidersOnly the rule asks for headers, which only insiders have
   * @param mirror the host that gets copies; empty for none
   * @param mirrorShare of the requests, 0 to 1
   */
  record Rule(
      boolean insidersOnly, List<Destination> destinations, String mirror, double mirrorShare) {

    /** Empty when no destination has any weight. A lone destination gets all. */
    Optional<String> pick(Random random) {
      if (destinations.size() == 1) {
        return Optional.of(destinations.getFirst().host());
      }
      int total = destinations.stream().mapToInt(Destination::weight).sum();
      int ball = total == 0 ? 0 : random.nextInt(total);
      for (var destination : destinations) {
        ball -= destination.weight();
        if (ball < 0) {
          return Optional.of(destination.host());
        }
      }
      return Optional.empty();
    }
  }

  /** All requests go to {@code host}, as without a mesh. */
  static RouteTable straight(String host) {
    return new RouteTable(List.of(new Rule(false, List.of(new Destination(host, 100)), "", 0)));
  }

  static RouteTable of(JsonNode virtualService) {
    var rules = new ArrayList<Rule>();
    for (var route : virtualService.at("/spec/http")) {
      boolean open = route.path("match").isEmpty();
      boolean insiders = false;
      for (var match : route.path("match")) {
        boolean reachable = matchesRequest(match);
        open |= reachable && match.path("headers").isEmpty();
        insiders |= reachable;
      }
      if (open || insiders) {
        rules.add(rule(route, !open));
      }
    }
    for (var route : virtualService.at("/spec/tcp")) {
      rules.add(rule(route, false));
    }
    return new RouteTable(rules);
  }

  private static Rule rule(JsonNode route, boolean insidersOnly) {
    var destinations = new ArrayList<Destination>();
    for (var destination : route.path("route")) {
      var host = destination.at("/destination/host").asText();
      destinations.add(new Destination(host, destination.path("weight").asInt()));
    }
    double percent = route.at("/mirrorPercentage/value").asDouble(100);
    return new Rule(insidersOnly, destinations, route.at("/mirror/host").asText(""), percent / 100);
  }

  /** Simulated users send {@code GET /} and come from no labelled pod. */
  private static boolean matchesRequest(JsonNode match) {
    return match.path("sourceLabels").isEmpty()
        && matchesText(match.path("uri"), "/")
        && matchesText(match.path("method"), "GET");
  }

  private static boolean matchesText(JsonNode wanted, String text) {
    if (wanted.has("exact")) {
      return text.equals(wanted.get("exact").asText());
    } else if (wanted.has("prefix")) {
      return text.startsWith(wanted.get("prefix").asText());
    }
    return !wanted.has("regex") || Pattern.matches(wanted.get("regex").asText(), text);
  }

  /** The rule for {@code user}'s requests; empty when none matches. */
  Optional<Rule> rule(User user) {
    return rules.stream().filter(rule -> user.insider() || !rule.insidersOnly()).findFirst();
  }
}
