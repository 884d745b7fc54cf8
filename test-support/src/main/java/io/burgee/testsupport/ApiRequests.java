package io.burgee.testsupport;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Requests in the order in which the API server received them. */
public record ApiRequests(List<ApiRequest> all) {

  public ApiRequests {
    all = List.copyOf(all);
  }

  /** Those that were received at or after {@code from} and before {@code to}. */
  public ApiRequests between(Instant from, Instant to) {
    return where(request -> !request.at().isBefore(from) && request.at().isBefore(to));
  }

  public ApiRequests writes() {
    return where(ApiRequest::isWrite);
  }

  public ApiRequests where(Predicate<ApiRequest> condition) {
    return new ApiRequests(all.stream().filter(condition).toList());
  }

  public int total() {
    return all.size();
  }

  /** How often each {@link ApiRequest#kind} occurs. */
  public SortedMap<String, Long> counts() {
    return all.stream().collect(groupingBy(ApiRequest::kind, TreeMap::new, counting()));
  }

  /** The mean over {@code window}, which is what the requests were filtered by. */
  public double perMinute(Duration window) {
    return total() * (double) Duration.ofMinutes(1).toMillis() / window.toMillis();
  }

  /** One line for each kind, the most frequent first, for a report. */
  public String table() {
    return counts().entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(entry -> "%6d  %s".formatted(entry.getValue(), entry.getKey()))
        .collect(joining("\n"));
  }
}
