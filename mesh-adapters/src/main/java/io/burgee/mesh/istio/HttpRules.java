package io.burgee.mesh.istio;

import io.burgee.core.Weight;
import io.burgee.mesh.Affinity;
import io.burgee.mesh.Cookie;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.ServiceSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for requests; the first one that matches counts. */
record HttpRules(RouteIntent intent) {

  List<Map<String, Object>> rules() {
    if (!intent.conditions().isEmpty()) {
      return abTest();
    }
    return intent.affinity().map(this::sticky).orElseGet(() -> List.of(weighted()));
  }

  /** A rule with everything that users ask of their requests, and this route. */
  Map<String, Object> plain(List<Map<String, Object>> route) {
    return rule(service().match(), service().headers(), route);
  }

  /** Requests that match go to one side; the others are split by weight. */
  private List<Map<String, Object>> abTest() {
    var traffic = intent.traffic();
    var match = Matches.both(intent.conditions(), service().match());
    var insiders = traffic.matched() ? Weight.ALL : traffic.canary();
    return List.of(
        rule(match, service().headers(), split(insiders)),
        traffic.canary().isZero()
            ? plain(List.of(to(intent.names().primary(), insiders.rest(), Optional.empty())))
            : weighted());
  }

  private List<Map<String, Object>> sticky(Affinity affinity) {
    var canary = intent.traffic().canary();
    if (canary.isZero()) {
      return List.of(
          affinity.previous().map(cookie -> forgetting(affinity, cookie)).orElseGet(this::weighted),
          weighted());
    }
    var rules = new ArrayList<Map<String, Object>>();
    rules.add(having(affinity.canary(), service().headers(), Weight.ALL));
    // While the canary has everything, nobody may be kept on a primary that may be broken.
    affinity
        .primary()
        .filter(cookie -> !canary.equals(Weight.ALL))
        .ifPresent(cookie -> rules.add(having(cookie, service().headers(), Weight.ZERO)));
    rules.add(
        plain(
            List.of(
                to(intent.names().primary(), canary.rest(), affinity.givenByPrimary()),
                to(intent.names().canary(), canary, Optional.of(affinity.givenByCanary())))));
    return rules;
  }

  private Map<String, Object> forgetting(Affinity affinity, Cookie cookie) {
    return having(
        cookie,
        HeaderChange.added(service().headers(), affinity.takenBack().orElseThrow()),
        Weight.ZERO);
  }

  private Map<String, Object> having(Cookie cookie, Map<String, Object> headers, Weight canary) {
    var match =
        Map.<String, Object>of("headers", Map.of("Cookie", Map.of("regex", cookie.regex())));
    return rule(Matches.both(List.of(match), service().match()), headers, split(canary));
  }

  private Map<String, Object> weighted() {
    return plain(split(intent.traffic().canary()));
  }

  private List<Map<String, Object>> split(Weight canary) {
    return List.of(
        to(intent.names().primary(), canary.rest(), Optional.empty()),
        to(intent.names().canary(), canary, Optional.empty()));
  }

  private Map<String, Object> to(String host, Weight weight, Optional<String> cookie) {
    var to = new LinkedHashMap<String, Object>();
    to.put("destination", VirtualServiceSpec.destination(service(), host));
    to.put("weight", weight.percent());
    cookie.ifPresent(text -> to.put("headers", HeaderChange.added(Map.of(), text)));
    return to;
  }

  private Map<String, Object> rule(
      List<Map<String, Object>> match,
      Map<String, Object> headers,
      List<Map<String, Object>> route) {
    var rule = new LinkedHashMap<String, Object>();
    putUnlessEmpty(rule, "match", match);
    putUnlessEmpty(rule, "rewrite", rewrite());
    if (!service().timeout().isBlank()) {
      rule.put("timeout", service().timeout());
    }
    putUnlessEmpty(rule, "retries", retries());
    putUnlessEmpty(rule, "corsPolicy", service().corsPolicy());
    putUnlessEmpty(rule, "headers", headers);
    if (intent.traffic().mirrored()) {
      rule.put("mirror", VirtualServiceSpec.destination(service(), intent.names().canary()));
      intent
          .mirrorPercent()
          .ifPresent(percent -> rule.put("mirrorPercentage", Map.of("value", percent)));
    }
    rule.put("route", route);
    return rule;
  }

  /** The Canary's {@code type} is for Gateway API; Istio's schema doesn't know it. */
  private Map<String, Object> rewrite() {
    var rewrite = new LinkedHashMap<>(service().rewrite());
    rewrite.remove("type");
    return rewrite;
  }

  /** Istio requires {@code attempts} where anything about retries is said. */
  private Map<String, Object> retries() {
    var retries = new LinkedHashMap<>(service().retries());
    if (!retries.isEmpty()) {
      retries.putIfAbsent("attempts", 0);
    }
    return retries;
  }

  private ServiceSection service() {
    return intent.service();
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
