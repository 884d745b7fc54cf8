package io.burgee.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The rules by which requests to one host find their destination; the first that matches wins.
 *
 * @param tcp whether they are for connections rather than requests
 */
record RouteTable(List<Rule> rules, boolean tcp) {
  /**
   * A Service, by the name that the route uses for it.
   *
   * @param cookie the {@code Set-Cookie} that its answers carry; empty for none
   */
  record Destination(String host, int weight, String cookie) {}

  /**
   * A host that gets copies.
   *
   * @param share of the requests, 0 to 1
   */
  record Mirror(String host, double share) {}

  /**
   * What is asked of a request.
   *
   * @param insiders headers, query parameters or labels that only insiders have
   * @param others that there be none of those
   * @param cookies that an earlier answer must have given
   */
  record Condition(boolean insiders, boolean others, List<Pattern> cookies) {
    boolean holds(User user) {
      return !(insiders && !user.insider())
          && !(others && user.insider())
          && cookies.stream().allMatch(cookie -> cookie.matcher(user.cookies()).matches());
    }
  }

  /**
   * Where matching requests go.
   *
   * @param conditions of which one must hold; the rule is for all requests when it has none
   * @param cookie the {@code Set-Cookie} of all answers; empty for none
   */
  record Rule(
      List<Condition> conditions,
      List<Destination> destinations,
      List<Mirror> mirrors,
      String cookie) {

    boolean matches(User user) {
      return conditions.isEmpty() || conditions.stream().anyMatch(one -> one.holds(user));
    }

    /** Empty when no destination has any weight. A lone destination gets all. */
    Optional<Destination> pick(Random random) {
      if (destinations.size() == 1) {
        return Optional.of(destinations.getFirst());
      }
      int total = destinations.stream().mapToInt(Destination::weight).sum();
      int ball = total == 0 ? 0 : random.nextInt(total);
      for (var destination : destinations) {
        ball -= destination.weight();
        if (ball < 0) {
          return Optional.of(destination);
        }
      }
      return Optional.empty();
    }
  }

  /** All requests go to {@code host}, as without a mesh. */
  static RouteTable straight(String host) {
    var all = new Rule(List.of(), List.of(new Destination(host, 100, "")), List.of(), "");
    return new RouteTable(List.of(all), false);
  }

  static RouteTable of(JsonNode virtualService) {
    return RouteReader.read(virtualService.path("spec"));
  }

  /** Whether answers give clients anything to come back with. */
  boolean givesCookies() {
    return rules.stream()
        .anyMatch(
            rule ->
                !rule.cookie().isEmpty()
                    || rule.destinations().stream().anyMatch(to -> !to.cookie().isEmpty()));
  }

  /** The rule for {@code user}'s requests; empty when none matches. */
  Optional<Rule> rule(User user) {
    return rules.stream().filter(rule -> rule.matches(user)).findFirst();
  }
}
