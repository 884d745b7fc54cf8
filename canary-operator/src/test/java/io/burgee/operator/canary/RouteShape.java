package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a VirtualService does with requests, as a mesh would read it.
 *
 * @param canary percent of the requests that no condition claims; -1 where there is no route to
 *     either side
 * @param mirrored whether the canary gets copies
 * @param matched whether requests that meet a condition all go to the canary
 * @param hosts all destinations
 */
record RouteShape(int canary, boolean mirrored, boolean matched, Set<String> hosts) {
  RouteShape {
    hosts = Set.copyOf(hosts);
  }

  static RouteShape of(JsonNode virtualService) {
    var canary = -1;
    var mirrored = false;
    var matched = false;
    var hosts = new TreeSet<String>();
    for (var rule : virtualService.at("/spec/http")) {
      matched |= canary > 0;
      canary = share(rule);
      rule.path("route").forEach(to -> hosts.add(to.at("/destination/host").asText()));
      if (rule.has("mirror")) {
        mirrored = true;
        hosts.add(rule.at("/mirror/host").asText());
      }
    }
    return new RouteShape(canary, mirrored, matched, hosts);
  }

  /** A single destination gets everything, whatever its weight. */
  private static int share(JsonNode rule) {
    var canary = -1;
    for (var to : rule.path("route")) {
      var host = to.at("/destination/host").asText();
      var percent = rule.path("route").size() == 1 ? 100 : to.path("weight").asInt();
      if (host.endsWith("-canary")) {
        canary = percent;
      } else if (host.endsWith("-primary")) {
        canary = Math.max(canary, 0);
      }
    }
    return canary;
  }

  boolean exists() {
    return canary >= 0;
  }

  boolean servesUsersWithCanary() {
    return canary > 0 || matched;
  }

  boolean reachesCanary() {
    return servesUsersWithCanary() || mirrored;
  }

  boolean servesUsersWithPrimary() {
    return exists() && canary < 100;
  }

  /** Whether the canary gets requests that it did not get {@code before}. */
  boolean gives(RouteShape before) {
    return canary > Math.max(before.canary, 0)
        || (matched && !before.matched)
        || (mirrored && !before.mirrored);
  }

  /** Whether the primary gets requests that it did not get {@code before}. */
  boolean takes(RouteShape before) {
    return !before.exists() || canary < before.canary || (before.matched && !matched);
  }

  @Override
  public String toString() {
    if (!exists()) {
      return "none";
    }
    return (matched ? "matched" : Integer.toString(canary)) + (mirrored ? "+mirror" : "");
  }
}
