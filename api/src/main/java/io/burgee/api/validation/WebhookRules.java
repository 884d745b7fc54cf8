package io.burgee.api.validation;

import io.burgee.api.CanaryWebhook;
import java.util.Set;

/** Rules for one hook. */
record WebhookRules(CanaryWebhook webhook, Scope scope) {
  private static final Set<String> TYPES =
      Set.of(
          "confirm-rollout",
          "pre-rollout",
          "rollout",
          "confirm-traffic-increase",
          "confirm-promotion",
          "post-rollout",
          "rollback",
          "event");

  /** What the absent or empty type means is filled in. */
  static String type(CanaryWebhook webhook) {
    var type = webhook.getType();
    return type == null || type.isEmpty() ? "rollout" : type;
  }

  void check() {
    scope.present("name", webhook.getName());
    scope.oneOf("type", webhook.getType(), TYPES);
    scope.present("url", webhook.getUrl());
    Urls.check(scope, "url", webhook.getUrl());
    scope.positiveDuration("timeout", webhook.getTimeout());
    scope.atLeast(webhook, "retries", webhook.getRetries(), 0);
  }
}
