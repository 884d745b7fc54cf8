package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.api.CanaryAnalysis;
import io.burgee.api.CanaryMetric;
import io.burgee.api.CanaryService;
import io.burgee.api.CanarySpec;
import io.burgee.api.CanaryWebhook;
import io.burgee.api.SessionAffinity;
import io.burgee.api.validation.CanaryValidation;
import io.burgee.api.validation.Durations;
import io.burgee.api.validation.Problem;
import io.burgee.api.validation.ValidationContext;
import io.burgee.core.Hook;
import io.burgee.core.HookType;
import io.burgee.core.Plan;
import io.burgee.core.Strategy;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.Affinity;
import io.burgee.mesh.Feature;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.Routers;
import io.burgee.mesh.ServiceSection;
import io.burgee.mesh.SessionCookies;
import io.burgee.metrics.Bindings;
import io.burgee.operator.workload.Identity;
import io.burgee.operator.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Release} of a Canary, or says everything that keeps it from being one. */
final class ReleaseReader {
  /** Flagger's own lower bound: what is written below it is taken for it. */
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

  private static final int DEADLINE_SECONDS = 600;
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Set<String> SCALERS = Set.of("HorizontalPodAutoscaler");

  private final Settings settings;
  private final Map<String, Workload> workloads;
  private final Routers routers;

  ReleaseReader(Settings settings, Map<String, Workload> workloads, Routers routers) {
    this.settings = settings;
    this.workloads = Map.copyOf(workloads);
    this.routers = routers;
  }

  /**
   * Reads the spec.
   *
   * @throws Invalid naming every field that is wrong
   */
  Release read(Canary canary) throws Invalid {
    var problems =
        new ArrayList<>(
            CanaryValidation.problems(canary, context()).stream().map(Problem::toString).toList());
    var spec = canary.getSpec();
    if (spec != null) {
      problems.addAll(NotYet.problems(spec));
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return release(canary, Objects.requireNonNull(spec));
  }

  private Release release(Canary canary, CanarySpec spec) throws Invalid {
    var identity = Identity.of(canary);
    var analysis = Objects.requireNonNullElseGet(spec.getAnalysis(), CanaryAnalysis::new);
    var service = Objects.requireNonNullElseGet(spec.getService(), CanaryService::new);
    var provider = provider(spec);
    var router = routers.get(provider);
    var routed = !router.features().isEmpty();
    var strategy = StrategyReading.read(analysis, provider, routed);
    var route = route(canary, identity, service, strategy);
    var problems = new ArrayList<String>();
    if (routed && StrategyReading.matchesWithoutIterations(analysis)) {
      problems.add("spec.analysis.match must come with spec.analysis.iterations");
    }
    Routers.problems(provider, needs(route, strategy.strategy()))
        .forEach(p -> problems.add("spec.provider: " + p));
    var measured =
        new MetricReader(provider).read(identity.namespace(), metrics(analysis), problems);
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    problems.addAll(router.problems(route));
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return new Release(
        identity,
        plan(spec, identity, analysis, strategy, measured, routed),
        Objects.requireNonNull(workloads.get(identity.kind())),
        router,
        route,
        service,
        Optional.ofNullable(spec.getAutoscalerRef()),
        percent(analysis.getPrimaryReadyThreshold()),
        percent(analysis.getCanaryReadyThreshold()),
        new Release.Metrics(
            blankTo(spec.getMetricsServer(), settings.metricsServer()),
            bindings(identity),
            measured));
  }

  private ValidationContext context() {
    return new ValidationContext(
        Routers.names(),
        settings.meshProvider(),
        workloads.keySet(),
        SCALERS,
        settings.crossNamespaceRefs());
  }

  private Plan plan(
      CanarySpec spec,
      Identity identity,
      CanaryAnalysis analysis,
      StrategyReading strategy,
      List<Measured> measured,
      boolean routed) {
    var namespace = "." + identity.namespace();
    var threshold = analysis.getThreshold();
    var deadline = spec.getProgressDeadlineSeconds();
    var burgee = spec.getBurgee();
    return new Plan(
        new Plan.Names(
            identity.name() + namespace,
            identity.target() + namespace,
            identity.primaryName().name() + namespace,
            identity.kind()),
        strategy.strategy(),
        measured.stream().map(Measured::check).toList(),
        hooks(analysis),
        paced(interval(analysis)),
        threshold == null ? 1 : Math.max(1, threshold),
        new Weight(Objects.requireNonNullElse(analysis.getStepWeightPromotion(), 0)),
        paced(Duration.ofSeconds(deadline == null ? DEADLINE_SECONDS : deadline)),
        paced(
            burgee == null || burgee.getDrainDelay() == null
                ? DRAIN
                : Durations.parse(burgee.getDrainDelay())),
        routed,
        spec.getAutoscalerRef() != null,
        Objects.equals(spec.getSkipAnalysis(), true),
        Objects.equals(spec.getSuspend(), true),
        burgee != null && "Wait".equals(burgee.getOnUnknown()),
        Objects.equals(spec.getSkipAnalysis(), true) ? List.of() : strategy.warnings());
  }

  private Duration paced(Duration duration) {
    return Duration.ofNanos(Math.round(duration.toNanos() / settings.speed()));
  }

  private static Duration interval(CanaryAnalysis analysis) {
    var written = Durations.parse(Objects.requireNonNull(analysis.getInterval()));
    return written.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : written;
  }

  private static List<Hook> hooks(CanaryAnalysis analysis) {
    return Objects.requireNonNullElse(analysis.getWebhooks(), List.<CanaryWebhook>of()).stream()
        .flatMap(
            webhook ->
                HookType.of(Objects.requireNonNullElse(webhook.getType(), "")).stream()
                    .map(type -> new Hook(type, Objects.requireNonNull(webhook.getName()))))
        .toList();
  }

  private static Set<Feature> needs(RouteIntent route, Strategy strategy) {
    var needs = EnumSet.noneOf(Feature.class);
    needs.addAll(route.needs());
    strategy.steps().forEach(traffic -> needs.addAll(route.with(traffic).needs()));
    return needs;
  }

  private String provider(CanarySpec spec) {
    return blankTo(spec.getProvider(), settings.meshProvider());
  }

  private static RouteIntent route(
      Canary canary, Identity identity, CanaryService service, StrategyReading strategy) {
    return new RouteIntent(
        RouteIntent.Names.of(identity.namespace(), identity.apex()),
        new RouteIntent.Owner(Identity.API_VERSION, "Canary", identity.name(), identity.uid()),
        ServiceSection.of(service),
        strategy.conditions(),
        strategy.mirrorPercent(),
        strategy.affinity().map(section -> cookies(canary, section)),
        Traffic.NONE);
  }

  private static Affinity cookies(Canary canary, SessionAffinity section) {
    var status = canary.getStatus();
    var burgee = status == null ? null : status.getBurgee();
    var run = burgee == null ? null : burgee.getRun();
    var analysis = Objects.requireNonNull(canary.getSpec().getAnalysis());
    return SessionCookies.of(status)
        .affinity(
            section,
            Objects.requireNonNullElse(canary.getMetadata().getUid(), ""),
            Objects.requireNonNullElse(run, 0),
            Math.toIntExact(interval(analysis).toSeconds()));
  }

  private static Bindings bindings(Identity identity) {
    return new Bindings(
        identity.name(),
        identity.namespace(),
        identity.target(),
        identity.apex(),
        identity.target(),
        identity.target(),
        "",
        Map.of());
  }

  private static List<CanaryMetric> metrics(CanaryAnalysis analysis) {
    return Objects.requireNonNullElse(analysis.getMetrics(), List.of());
  }

  private static int percent(@Nullable Integer threshold) {
    return Objects.requireNonNullElse(threshold, 100);
  }

  private static String blankTo(@Nullable String text, String fallback) {
    return text == null || text.isBlank() ? fallback : text;
  }
}
