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

  void check() {
    scope.present("name", webhook.getName());
    scope.oneOf("type", webhook.getType(), TYPES);
    scope.present("url", webhook.getUrl());
    Urls.check(scope, "url", webhook.getUrl());
    scope.duration("timeout", webhook.getTimeout());
    scope.atLeast(webhook, "retries", webhook.getRetries(), 0);
  }
}
