package io.burgee.metrics;

import io.burgee.api.CanaryMetric;
import io.burgee.api.CanaryThresholdRange;
import io.burgee.api.CrossNamespaceObjectReference;
import io.burgee.api.MetricTemplateSpec;
import io.burgee.core.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code spec.analysis.metrics} asks.
 *
 * @param questions of the metrics without problems, in their order. One metric may ask several: a
 *     built-in name, a query of its own and a template each ask one
 * @param problems why other metrics can't be asked, with their paths, in words fit for a user
 */
public record Questions(List<Question> questions, List<String> problems) {
  private static final String DEFAULT_INTERVAL = "1m";

  public Questions {
    questions = List.copyOf(questions);
    problems = List.copyOf(problems);
  }

  /**
   * Resolves all metrics of a Canary.
   *
   * @param templates looks a MetricTemplate up; empty if there is none
   */
  public static Questions of(
      Scope scope,
      List<CanaryMetric> metrics,
      Function<Question.Origin.Template, Optional<MetricTemplateSpec>> templates) {
    var questions = new ArrayList<Question>();
    var problems = new ArrayList<String>();
    for (int i = 0; i < metrics.size(); i++) {
      try {
        questions.addAll(new Entry(scope, metrics.get(i), templates).questions());
      } catch (IllegalArgumentException e) {
        problems.add("spec.analysis.metrics[" + i + "]: " + e.getMessage());
      }
    }
    return new Questions(questions, problems);
  }

  /**
   * The Canary that asks.
   *
   * @param provider picks the built-in queries
   * @param bindings interval and variables are each metric's own
   */
  public record Scope(String provider, Bindings bindings) {
    String canary() {
      return bindings.name() + "." + bindings.namespace();
    }

    String target() {
      return bindings.target() + "." + bindings.namespace();
    }
  }

  private record Entry(
      Scope scope,
      CanaryMetric metric,
      Function<Question.Origin.Template, Optional<MetricTemplateSpec>> templates) {

    List<Question> questions() {
      var questions = new ArrayList<Question>();
      BuiltInQueries.measure(name()).ifPresent(measure -> questions.add(builtIn(measure)));
      if (!text(metric.getQuery()).isBlank()) {
        questions.add(custom(new Question.Origin.Inline(), text(metric.getQuery())));
      }
      if (metric.getTemplateRef() != null) {
        var template = reference(metric.getTemplateRef());
        questions.add(custom(template, query(template)));
      }
      if (questions.isEmpty()) {
        throw new IllegalArgumentException(
            name() + " is not built in, so it needs a templateRef or a query");
      }
      return questions;
    }

    private Question builtIn(Measure measure) {
      var query = BuiltInQueries.query(scope.provider(), measure, bindings(), window());
      return question(measure, new Question.Origin.BuiltIn(scope.provider()), query);
    }

    private Question custom(Question.Origin origin, String template) {
      var text = QueryTemplate.parse(template).render(bindings());
      return question(Measure.CUSTOM, origin, Query.of(text, window()));
    }

    private Question question(Measure measure, Question.Origin origin, Query query) {
      var bounds = measure.bounds(min(), max(), number(metric.getThreshold()));
      return new Question(
          new Check(name(), bounds, window()),
          measure,
          origin,
          scope.canary(),
          scope.target(),
          query);
    }

    private String query(Question.Origin.Template template) {
      return templates
          .apply(template)
          .map(spec -> text(spec.getQuery()))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "there is no MetricTemplate "
                          + template.name()
                          + "."
                          + template.namespace()));
    }

    private Question.Origin.Template reference(CrossNamespaceObjectReference ref) {
      var namespace = text(ref.getNamespace());
      return new Question.Origin.Template(
          namespace.isEmpty() ? scope.bindings().namespace() : namespace, text(ref.getName()));
    }

    private Bindings bindings() {
      var variables = metric.getTemplateVariables();
      return scope.bindings().with(interval(), variables == null ? Map.of() : variables);
    }

    private Duration window() {
      return Interval.parse(interval());
    }

    private String interval() {
      var interval = text(metric.getInterval());
      return interval.isEmpty() ? DEFAULT_INTERVAL : interval;
    }

    private String name() {
      return text(metric.getName());
    }

    private OptionalDouble min() {
      return Optional.ofNullable(metric.getThresholdRange())
          .map(CanaryThresholdRange::getMin)
          .map(OptionalDouble::of)
          .orElse(OptionalDouble.empty());
    }

    private OptionalDouble max() {
      return Optional.ofNullable(metric.getThresholdRange())
          .map(CanaryThresholdRange::getMax)
          .map(OptionalDouble::of)
          .orElse(OptionalDouble.empty());
    }
  }

  private static OptionalDouble number(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
