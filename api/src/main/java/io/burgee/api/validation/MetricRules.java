package io.burgee.api.validation;

import io.burgee.api.CanaryMetric;
import java.util.Set;

/** Rules for one metric check. */
record MetricRules(CanaryMetric metric, References references, Scope scope) {
  private static final Set<String> BUILT_IN = Set.of("request-success-rate", "request-duration");

  void check() {
    if (scope.present("name", metric.getName())) {
      source();
    }
    scope.duration("interval", metric.getInterval());
    range();
    references.named(scope, "templateRef", metric.getTemplateRef());
  }

  private void source() {
    var query = metric.getQuery();
    var resolved =
        BUILT_IN.contains(metric.getName())
            || (query != null && !query.isEmpty())
            || metric.getTemplateRef() != null;
    scope.must(
        resolved,
        "name",
        metric.getName(),
        "must be request-success-rate or request-duration, or come with a templateRef or query");
  }

  private void range() {
    var range = metric.getThresholdRange();
    if (range == null) {
      return;
    }
    var min = range.getMin();
    var max = range.getMax();
    if (min != null && max != null) {
      scope.in("thresholdRange").must(min <= max, "min", min, "must not exceed max, " + max);
    }
  }
}
