package io.burgee.operator.canary;

import io.burgee.api.CanaryMetric;
import io.burgee.api.validation.Durations;
import io.burgee.core.Check;
import io.burgee.metrics.BuiltInQueries;
import io.burgee.metrics.Measure;
import io.burgee.metrics.QueryTemplate;
import io.burgee.metrics.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes out {@code spec.analysis.metrics}: what is measured, by which query, against what. */
final class MetricReader {
  private static final String DEFAULT_INTERVAL = "1m";

  private final String provider;

  MetricReader(String provider) {
    this.provider = provider;
  }

  /** All entries that can be made out; what is wrong with the others is added to problems. */
  List<Measured> read(String namespace, List<CanaryMetric> metrics, List<String> problems) {
    var measured = new ArrayList<Measured>();
    for (int i = 0; i < metrics.size(); i++) {
      try {
        measured.add(read(namespace, metrics.get(i)));
      } catch (IllegalArgumentException e) {
        problems.add("spec.analysis.metrics[" + i + "]: " + e.getMessage());
      }
    }
    return List.copyOf(measured);
  }

  private Measured read(String namespace, CanaryMetric metric) {
    var name = Objects.requireNonNull(metric.getName());
    var reference = metric.getTemplateRef();
    var inline = Objects.requireNonNullElse(metric.getQuery(), "");
    var isInline = !inline.isBlank();
    var builtIn =
        reference == null && !isInline ? BuiltInQueries.measure(name) : Optional.<Measure>empty();
    if (reference == null && !isInline && builtIn.isEmpty()) {
      throw new IllegalArgumentException(
          "name is "
              + name
              + ", must be request-success-rate or request-duration, or come with a templateRef or"
              + " query");
    }
    var measure = builtIn.orElse(Measure.CUSTOM);
    var interval = Objects.requireNonNullElse(metric.getInterval(), DEFAULT_INTERVAL);
    var window = Durations.parse(interval);
    Question.Origin origin =
        reference != null
            ? new Question.Origin.Template()
            : isInline ? new Question.Origin.Inline() : new Question.Origin.BuiltIn(provider);
    return new Measured(
        check(name, measure, metric, window),
        measure,
        origin,
        isInline ? Optional.of(QueryTemplate.parse(inline)) : Optional.empty(),
        Optional.ofNullable(reference)
            .map(
                ref ->
                    new Measured.TemplateRef(
                        Objects.requireNonNullElse(ref.getNamespace(), namespace),
                        Objects.requireNonNull(ref.getName()))),
        interval,
        window,
        Objects.requireNonNullElse(metric.getTemplateVariables(), Map.of()));
  }

  private static Check check(String name, Measure measure, CanaryMetric metric, Duration window) {
    var range = metric.getThresholdRange();
    if (range != null && range.getMin() == null && range.getMax() == null) {
      throw new IllegalArgumentException("thresholdRange must have a min or a max");
    }
    return new Check(
        name,
        measure.bounds(
            optional(range == null ? null : range.getMin()),
            optional(range == null ? null : range.getMax()),
            optional(metric.getThreshold())),
        window);
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
