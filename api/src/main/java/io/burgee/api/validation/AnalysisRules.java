package io.burgee.api.validation;

import static io.burgee.api.validation.Scope.each;

import io.burgee.api.CanaryAnalysis;
import io.burgee.api.CanaryWebhook;
import io.burgee.api.SessionAffinity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for the strategy and what belongs to it. */
record AnalysisRules(CanaryAnalysis analysis, References references, Scope scope) {
  /** What a condition of an A/B test can be about. */
  private static final Set<String> CONDITIONS = Set.of("headers", "queryParams", "sourceLabels");

  void check() {
    scope.present("interval", analysis.getInterval());
    scope.duration("interval", analysis.getInterval());
    if (!analysis.getOthers().containsKey("threshold")) {
      scope.present("threshold", analysis.getThreshold());
    }
    scope.atLeast(analysis, "threshold", analysis.getThreshold(), 0);
    strategy();
    weights();
    match();
    metrics();
    webhooks();
    alerts();
    affinity(analysis.getSessionAffinity());
  }

  private void strategy() {
    var choices = new LinkedHashMap<String, @Nullable Object>();
    choices.put("iterations", analysis.getIterations());
    choices.put("stepWeight", analysis.getStepWeight());
    choices.put("stepWeights", analysis.getStepWeights());
    var unreadable = analysis.getOthers().keySet();
    choices.entrySet().removeIf(c -> c.getValue() == null && !unreadable.contains(c.getKey()));
    if (choices.size() != 1) {
      var found = choices.isEmpty() ? "none" : String.join(" and ", choices.keySet());
      var allowed = "must have exactly one of iterations, stepWeight and stepWeights, has " + found;
      scope.problems().add(new Problem(scope.path(), null, allowed));
    }
  }

  private void weights() {
    scope.atLeast(analysis, "iterations", analysis.getIterations(), 1);
    scope.between(analysis, "maxWeight", analysis.getMaxWeight(), 0, 100);
    scope.between(analysis, "stepWeight", analysis.getStepWeight(), 1, 100);
    steps(analysis.getStepWeights());
    scope.between(analysis, "stepWeightPromotion", analysis.getStepWeightPromotion(), 0, 100);
    scope.between(analysis, "mirrorWeight", analysis.getMirrorWeight(), 0, 100);
    scope.between(analysis, "primaryReadyThreshold", analysis.getPrimaryReadyThreshold(), 0, 100);
    scope.between(analysis, "canaryReadyThreshold", analysis.getCanaryReadyThreshold(), 0, 100);
  }

  private void match() {
    var match = each(analysis.getMatch());
    for (var i = 0; i < match.size(); i++) {
      var condition = match.get(i);
      var says = CONDITIONS.stream().anyMatch(field -> !condition.path(field).isEmpty());
      var allowed = "must have headers, queryParams or sourceLabels: it is for every request else";
      scope.must(says, "match[" + i + "]", null, allowed);
    }
  }

  private void steps(@Nullable List<Integer> weights) {
    var allowed = "must be a list of whole numbers between 1 and 100, each above the one before";
    if (weights == null) {
      var raw = analysis.getOthers().get("stepWeights");
      scope.must(raw == null, "stepWeights", raw, allowed);
      return;
    }
    var last = 0;
    var rising = !weights.isEmpty();
    for (var weight : weights) {
      rising &= weight > last && weight <= 100;
      last = weight;
    }
    scope.must(rising, "stepWeights", weights, allowed);
  }

  private void metrics() {
    var metrics = each(analysis.getMetrics());
    for (var i = 0; i < metrics.size(); i++) {
      var metric = metrics.get(i);
      new MetricRules(metric, references, scope.in("metrics", i)).check();
      var name = metric.getName();
      var earlier =
          metrics.subList(0, i).stream().anyMatch(m -> name != null && name.equals(m.getName()));
      scope.in("metrics", i).must(!earlier, "name", name, "must not be the name of two metrics");
    }
  }

  private void webhooks() {
    var webhooks = each(analysis.getWebhooks());
    for (var i = 0; i < webhooks.size(); i++) {
      var webhook = webhooks.get(i);
      new WebhookRules(webhook, scope.in("webhooks", i)).check();
      var earlier = webhooks.subList(0, i).stream().anyMatch(one -> isNamedAs(one, webhook));
      var message = "must not be the name of two webhooks of one type";
      scope.in("webhooks", i).must(!earlier, "name", webhook.getName(), message);
    }
  }

  private static boolean isNamedAs(CanaryWebhook one, CanaryWebhook other) {
    var name = one.getName();
    return name != null
        && name.equals(other.getName())
        && WebhookRules.type(one).equals(WebhookRules.type(other));
  }

  private void alerts() {
    var alerts = each(analysis.getAlerts());
    for (var i = 0; i < alerts.size(); i++) {
      var alert = alerts.get(i);
      var at = scope.in("alerts", i);
      at.present("name", alert.getName());
      at.oneOf("severity", alert.getSeverity(), Set.of("info", "warn", "error"));
      at.present("providerRef", alert.getProviderRef());
      references.named(at, "providerRef", alert.getProviderRef());
    }
  }

  private void affinity(@Nullable SessionAffinity affinity) {
    if (affinity == null) {
      return;
    }
    var at = scope.in("sessionAffinity");
    var canary = affinity.getCookieName();
    var primary = affinity.getPrimaryCookieName();
    if (at.present("cookieName", canary)) {
      var equal = canary != null && canary.equals(primary);
      at.must(!equal, "primaryCookieName", primary, "must differ from cookieName");
    }
    at.atLeast(affinity, "maxAge", affinity.getMaxAge(), 0);
    at.oneOf("sameSite", affinity.getSameSite(), Set.of("Strict", "Lax", "None"));
  }
}
