package io.burgee.operator.e2e;

import io.burgee.testsupport.ApiRequest;
import io.burgee.testsupport.ApiRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How long after a change of a target the operator wrote first, and gave the canary its first
 * traffic: both as the API server received the requests.
 */
record ChangeLatencies(List<Duration> firstWrite, List<Duration> firstWeight) {

  /**
   * Reads them from the audit log.
   *
   * @param users all requests of whoever changed the targets, from before the first change on
   */
  static ChangeLatencies of(List<Storefront> changed, ApiRequests users, ApiRequests operators) {
    return new ChangeLatencies(
        changed.stream()
            .map(ship -> between(ship, users, operators, any -> true))
            .sorted()
            .toList(),
        changed.stream()
            .map(ship -> between(ship, users, operators, ChangeLatencies::isRoute))
            .sorted()
            .toList());
  }

  /** The nearest rank: a value that was measured. */
  static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }

  private static Duration between(
      Storefront ship, ApiRequests users, ApiRequests operators, Predicate<ApiRequest> what) {
    var change = first(users, ship, request -> request.kind().equals("patch deployments.apps"));
    var answer = first(operators, ship, what.and(r -> r.isWrite() && r.at().isAfter(change)));
    return Duration.between(change, answer);
  }

  private static Instant first(ApiRequests requests, Storefront ship, Predicate<ApiRequest> what) {
    return Stream.of(requests)
        .flatMap(all -> all.all().stream())
        .filter(request -> request.namespace().equals(ship.namespace()))
        .filter(request -> request.name().startsWith(ship.name()))
        .filter(what)
        .map(ApiRequest::at)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such request for " + ship.fullName()));
  }

  private static boolean isRoute(ApiRequest request) {
    return request.resource().startsWith("virtualservices");
  }
}
