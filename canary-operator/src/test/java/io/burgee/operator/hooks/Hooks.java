package io.burgee.operator.hooks;

import java.time.Duration;
import java.util.Map;

/** Webhooks for tests. */
final class Hooks {
  private Hooks() {}

  static Webhook at(String url) {
    return of("", url, 0, Duration.ofSeconds(30));
  }

  static Webhook of(String type, String url, int retries, Duration timeout) {
    return new Webhook("check", type, url, timeout, retries, false, Map.of("k", "v"));
  }
}
