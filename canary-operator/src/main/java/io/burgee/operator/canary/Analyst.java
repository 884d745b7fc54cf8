package io.burgee.operator.canary;

import io.burgee.api.MetricTemplate;
import io.burgee.core.Check;
import io.burgee.core.CheckResult;
import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Caches;
import io.burgee.kube.NamespacedName;
import io.burgee.metrics.BuiltInQueries;
import io.burgee.metrics.Judge;
import io.burgee.metrics.MetricSource;
import io.burgee.metrics.Query;
import io.burgee.metrics.QueryTemplate;
import io.burgee.metrics.Question;
import io.burgee.metrics.Reading;
import io.burgee.metrics.SecretData;
import io.burgee.metrics.SourceConfig;
import io.burgee.metrics.Sources;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets the answers that a decision asks for: all checks side by side, each with a deadline. */
final class Analyst {
  private static final Logger LOG = LoggerFactory.getLogger(Analyst.class);

  private final Sources sources;
  private final Cache<MetricTemplate> templates;
  private final Applier applier;
  private final Clock clock;

  Analyst(Sources sources, Cache<MetricTemplate> templates, Applier applier, Clock clock) {
    this.sources = sources;
    this.templates = templates;
    this.applier = applier;
    this.clock = clock;
  }

  /** One result for each check, in their order; a check that can't be asked is unknown. */
  List<CheckResult> answers(Release release, List<Check> checks) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          release.metrics().measured().stream()
              .filter(measured -> checks.contains(measured.check()))
              .map(measured -> (Callable<CheckResult>) () -> answer(release, measured))
              .toList();
      var results = new java.util.ArrayList<CheckResult>();
      for (var future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return List.copyOf(results);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a check failed to answer", e.getCause());
    }
  }

  private CheckResult answer(Release release, Measured measured) {
    try {
      var asked = ask(release, measured);
      var question = question(release, measured, asked.query());
      return Judge.judge(question, asked.source().read(asked.query(), clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("metric {} could not be asked", measured.check().name(), e);
      var nothing = Query.of("", measured.window());
      return Judge.judge(
          question(release, measured, nothing),
          new Reading.Unreachable(Objects.toString(e.getMessage(), "no reason given")));
    }
  }

  private record Asked(MetricSource source, Query query) {}

  private Asked ask(Release release, Measured measured) {
    var metrics = release.metrics();
    var bindings = metrics.bindings().with(measured.interval(), measured.variables());
    return switch (measured.origin()) {
      case Question.Origin.BuiltIn(var provider) ->
          new Asked(
              sources.open(SourceConfig.prometheus(metrics.address())),
              BuiltInQueries.query(provider, measured.measure(), bindings, measured.window()));
      case Question.Origin.Inline() ->
          new Asked(
              sources.open(SourceConfig.prometheus(metrics.address())),
              Query.of(measured.inline().orElseThrow().render(bindings), measured.window()));
      case Question.Origin.Template() -> {
        var template = template(measured.template().orElseThrow());
        var query =
            QueryTemplate.parse(Objects.requireNonNullElse(template.getSpec().getQuery(), ""));
        yield new Asked(
            sources.open(config(template)), Query.of(query.render(bindings), measured.window()));
      }
    };
  }

  private MetricTemplate template(Measured.TemplateRef ref) {
    return templates
        .get(ref.namespace(), ref.name())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "MetricTemplate " + ref.name() + "." + ref.namespace() + " not found"));
  }

  /** The Secret is read when it is needed: bodies are never cached. */
  private SourceConfig config(MetricTemplate template) {
    var provider = template.getSpec().getProvider();
    if (provider == null) {
      throw new IllegalArgumentException("spec.provider of the MetricTemplate must be set");
    }
    var secretRef = provider.getSecretRef();
    var secret = SecretData.NONE;
    if (secretRef != null) {
      var name =
          NamespacedName.of(
              template.getMetadata().getNamespace(),
              Objects.requireNonNullElse(secretRef.getName(), ""));
      secret =
          applier
              .read(Caches.SECRETS, name)
              .map(
                  found ->
                      SecretData.ofBase64(Objects.requireNonNullElse(found.getData(), Map.of())))
              .orElseThrow(() -> new IllegalArgumentException("Secret " + name + " not found"));
    }
    return new SourceConfig(
        Objects.requireNonNullElse(provider.getType(), SourceConfig.PROMETHEUS),
        Objects.requireNonNullElse(provider.getAddress(), ""),
        Objects.requireNonNullElse(provider.getHeaders(), Map.of()),
        secret,
        Objects.equals(provider.getInsecureSkipVerify(), true));
  }

  private static Question question(Release release, Measured measured, Query query) {
    var names = release.plan().names();
    return new Question(
        measured.check(),
        measured.measure(),
        measured.origin(),
        names.canary(),
        names.target(),
        query);
  }
}
