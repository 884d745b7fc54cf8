package io.burgee.operator.canary;

import io.burgee.core.Check;
import io.burgee.metrics.Measure;
import io.burgee.metrics.QueryTemplate;
import io.burgee.metrics.Question;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code spec.analysis.metrics}, made out.
 *
 * @param origin where its query comes from
 * @param inline the query, for one that is written in the Canary
 * @param template the MetricTemplate, for one that refers to it
 * @param interval as written, in Prometheus' notation
 */
record Measured(
    Check check,
    Measure measure,
    Question.Origin origin,
    Optional<QueryTemplate> inline,
    Optional<TemplateRef> template,
    String interval,
    Duration window,
    Map<String, String> variables) {

  /** Names a MetricTemplate. */
  record TemplateRef(String namespace, String name) {}
}
