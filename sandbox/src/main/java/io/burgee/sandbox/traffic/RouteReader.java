package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/**
 * Reads a VirtualService for simulated users. What its last rule asks first is what the route is
 * for, so every user's requests have that; what other rules ask besides, insiders have; a cookie
 * that the route gives comes from an earlier answer.
 */
final class RouteReader {
  /** Fields of a match that hold one condition per name. */
  private static final List<String> NAMED = List.of("headers", "queryParams", "sourceLabels");

  private static final Pattern NEVER = Pattern.compile("(?!)");

  /** The request that users send. */
  private final JsonNode usual;

  /** All {@code NAME=VALUE} that answers give. */
  private final Set<String> given = new HashSet<>();

  private RouteReader(JsonNode rules) {
    this.usual = rules.isEmpty() ? none() : rules.get(rules.size() - 1).at("/match/0");
  }

  static RouteTable read(JsonNode spec) {
    var connections = spec.path("http").isEmpty() && !spec.path("tcp").isEmpty();
    var rules = spec.path(connections ? "tcp" : "http");
    var reader = new RouteReader(rules);
    elements(rules).forEach(reader::collect);
    return new RouteTable(elements(rules).stream().map(reader::rule).toList(), connections);
  }

  private void collect(JsonNode rule) {
    collect(cookie(rule));
    elements(rule.path("route")).forEach(to -> collect(cookie(to)));
  }

  private void collect(String setCookie) {
    if (!setCookie.isEmpty()) {
      given.add(setCookie.split(";", -1)[0].strip());
    }
  }

  private RouteTable.Rule rule(JsonNode rule) {
    var conditions = elements(rule.path("match")).stream().map(this::condition).toList();
    var destinations =
        elements(rule.path("route")).stream()
            .map(
                to ->
                    new RouteTable.Destination(
                        to.at("/destination/host").asText(), to.path("weight").asInt(), cookie(to)))
            .toList();
    return new RouteTable.Rule(conditions, destinations, mirrors(rule), cookie(rule));
  }

  private static List<RouteTable.Mirror> mirrors(JsonNode rule) {
    var mirrors = new ArrayList<RouteTable.Mirror>();
    if (rule.has("mirror")) {
      mirrors.add(mirror(rule.path("mirror"), rule.at("/mirrorPercentage/value").asDouble(100)));
    }
    elements(rule.path("mirrors"))
        .forEach(
            one ->
                mirrors.add(
                    mirror(one.path("destination"), one.at("/percentage/value").asDouble(100))));
    return mirrors;
  }

  private static RouteTable.Mirror mirror(JsonNode destination, double percent) {
    return new RouteTable.Mirror(destination.path("host").asText(), percent / 100);
  }

  private RouteTable.Condition condition(JsonNode match) {
    var cookies = new ArrayList<Pattern>();
    var insiders = false;
    if (!matches(match.path("uri"), path()) || !matches(match.path("method"), method())) {
      cookies.add(NEVER);
    }
    for (var field : NAMED) {
      for (var wanted : match.path(field).properties()) {
        if (isSticky(wanted)) {
          cookies.add(pattern(wanted.getValue().path("regex").asText()));
        } else if (!wanted.getValue().equals(usual.path(field).path(wanted.getKey()))) {
          insiders = true;
        }
      }
    }
    var others = !match.path("withoutHeaders").equals(usual.path("withoutHeaders"));
    return new RouteTable.Condition(insiders, others, cookies);
  }

  /** Whether a condition on cookies asks for one that this route gives. */
  private boolean isSticky(Map.Entry<String, JsonNode> condition) {
    var regex = condition.getValue().path("regex").asText("");
    return condition.getKey().equalsIgnoreCase("cookie")
        && !regex.isEmpty()
        && given.stream().anyMatch(cookie -> pattern(regex).matcher(cookie).matches());
  }

  private String path() {
    var uri = usual.path("uri");
    return uri.path("exact").asText(uri.path("prefix").asText("/"));
  }

  private String method() {
    return usual.at("/method/exact").asText("GET");
  }

  private static boolean matches(JsonNode wanted, String text) {
    if (wanted.has("exact")) {
      return text.equals(wanted.get("exact").asText());
    } else if (wanted.has("prefix")) {
      return text.startsWith(wanted.get("prefix").asText());
    }
    return !wanted.has("regex") || pattern(wanted.get("regex").asText()).matcher(text).matches();
  }

  /** What is no regular expression matches nothing. */
  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      return NEVER;
    }
  }

  private static String cookie(JsonNode rule) {
    return rule.at("/headers/response/add/Set-Cookie").asText("");
  }

  private static List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static JsonNode none() {
    return MissingNode.getInstance();
  }
}
