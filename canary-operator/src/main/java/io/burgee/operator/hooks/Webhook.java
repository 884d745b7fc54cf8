package io.burgee.operator.hooks;

import io.burgee.api.Canary;
import io.burgee.api.CanaryWebhook;
import io.burgee.api.validation.Durations;
import io.burgee.core.HookType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One webhook as the user wrote it.
 *
 * @param type as in the spec; blank for {@code rollout}
 * @param url may hold credentials, so it is shown nowhere as it is
 * @param timeout of one attempt
 * @param retries further attempts after one that nobody answered
 * @param anyCertificate whether TLS goes unverified
 */
record Webhook(
    String name,
    String type,
    String url,
    Duration timeout,
    int retries,
    boolean anyCertificate,
    Map<String, String> metadata) {
  static final Duration TIMEOUT = Duration.ofSeconds(10);
  static final String EVENT = "event";

  public Webhook {
    metadata = Map.copyOf(metadata);
  }

  /**
   * From a spec that was found valid.
   *
   * @throws IllegalArgumentException if the timeout can't be read
   */
  static Webhook of(CanaryWebhook spec) {
    return new Webhook(
        Objects.requireNonNullElse(spec.getName(), ""),
        Objects.requireNonNullElse(spec.getType(), ""),
        Objects.requireNonNullElse(spec.getUrl(), ""),
        timeout(spec.getTimeout()),
        Math.max(0, Objects.requireNonNullElse(spec.getRetries(), 0)),
        Objects.equals(spec.getDisableTLS(), true),
        texts(spec.getMetadata()));
  }

  /** All of the Canary's that can be read, in their order. */
  public static List<Webhook> of(Canary canary) {
    var spec = canary.getSpec();
    var analysis = spec == null ? null : spec.getAnalysis();
    var hooks = analysis == null ? null : analysis.getWebhooks();
    return hooks == null ? List.of() : hooks.stream().flatMap(Webhook::read).toList();
  }

  private static Stream<Webhook> read(CanaryWebhook spec) {
    try {
      return Stream.of(of(spec));
    } catch (IllegalArgumentException e) {
      return Stream.empty(); // an invalid Canary is not released, but what befell it is told
    }
  }

  /** One that is told of events and has nothing but an address. */
  static Webhook event(String url) {
    return new Webhook("-event-webhook", EVENT, url, TIMEOUT, 0, false, Map.of());
  }

  boolean isEvent() {
    return type.equals(EVENT);
  }

  /** Whether a run asks it for that. */
  boolean asks(HookType wanted) {
    return HookType.of(type).filter(wanted::equals).isPresent();
  }

  /** The same, called so often and waited for so long at most. */
  Webhook limited(Duration longest, int number) {
    var shorter = timeout.compareTo(longest) < 0 ? timeout : longest;
    return new Webhook(name, type, url, shorter, number, anyCertificate, metadata);
  }

  /** Keys without a value are left out. */
  private static Map<String, String> texts(@Nullable Map<String, String> metadata) {
    return metadata == null
        ? Map.of()
        : metadata.entrySet().stream()
            .filter(entry -> Objects.nonNull(entry.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Duration timeout(@Nullable String text) {
    return text == null || text.isEmpty() ? TIMEOUT : Durations.parse(text);
  }

  @Override
  public String toString() {
    return "Webhook[" + name + "]";
  }
}
