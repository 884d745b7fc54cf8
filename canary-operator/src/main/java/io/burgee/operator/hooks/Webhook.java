package io.burgee.operator.hooks;

import io.burgee.api.CanaryWebhook;
import io.burgee.api.validation.Durations;
import io.burgee.core.HookType;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
public record Webhook(
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
  public static Webhook of(CanaryWebhook spec) {
    return new Webhook(
        Objects.requireNonNullElse(spec.getName(), ""),
        Objects.requireNonNullElse(spec.getType(), ""),
        Objects.requireNonNullElse(spec.getUrl(), ""),
        timeout(spec.getTimeout()),
        Math.max(0, Objects.requireNonNullElse(spec.getRetries(), 0)),
        Objects.equals(spec.getDisableTLS(), true),
        texts(spec.getMetadata()));
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

  Webhook withRetries(int number) {
    return new Webhook(name, type, url, timeout, number, anyCertificate, metadata);
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
