package io.burgee.api.validation;

import io.burgee.api.AutoscalerReference;
import io.burgee.api.Canary;
import io.burgee.api.CanarySpec;
import io.burgee.api.LocalObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds all that keeps a Canary from being released as its spec says. */
public final class CanaryValidation {
  private final CanarySpec spec;
  private final ValidationContext context;
  private final References references;
  private final Scope scope;

  private CanaryValidation(
      CanarySpec spec, ValidationContext context, References references, Scope scope) {
    this.spec = spec;
    this.context = context;
    this.references = references;
    this.scope = scope;
  }

  /** In the order of the spec's fields; empty when the Canary can be released. */
  public static List<Problem> problems(Canary canary, ValidationContext context) {
    var spec = canary.getSpec();
    if (spec == null) {
      return List.of(new Problem("spec", null, "must be set"));
    }
    var namespace = canary.getMetadata().getNamespace();
    var references = new References(namespace, context.crossNamespaceRefs());
    var scope = new Scope("spec", new ArrayList<>());
    new CanaryValidation(spec, context, references, scope).check();
    return List.copyOf(scope.problems());
  }

  private void check() {
    scope.oneOf("provider", spec.getProvider(), context.providers());
    Urls.check(scope, "metricsServer", spec.getMetricsServer());
    var target = spec.getTargetRef();
    if (scope.present("targetRef", target)) {
      references.check(scope, "targetRef", target, context.targetKinds());
    }
    knative(target);
    autoscaler(spec.getAutoscalerRef());
    references.check(scope, "ingressRef", spec.getIngressRef(), Set.of("Ingress"));
    references.check(scope, "routeRef", spec.getRouteRef(), Set.of("ApisixRoute"));
    upstream();
    service();
    var analysis = spec.getAnalysis();
    if (analysis == null) {
      scope.present("analysis", null);
    } else {
      new AnalysisRules(analysis, references, scope.in("analysis")).check();
    }
    scope.atLeast(spec, "progressDeadlineSeconds", spec.getProgressDeadlineSeconds(), 1);
    burgee();
  }

  private void autoscaler(@Nullable AutoscalerReference ref) {
    if (ref == null) {
      return;
    }
    var at = scope.in("autoscalerRef");
    References.identity(
        at, ref.getApiVersion(), ref.getKind(), ref.getName(), context.autoscalerKinds());
    var replicas = ref.getPrimaryScalerReplicas();
    if (replicas == null) {
      return;
    }
    var bounds = at.in("primaryScalerReplicas");
    var min = replicas.getMinReplicas();
    var max = replicas.getMaxReplicas();
    bounds.atLeast(replicas, "minReplicas", min, 1);
    bounds.atLeast(replicas, "maxReplicas", max, 1);
    if (min != null && max != null) {
      bounds.must(min <= max, "minReplicas", min, "must not exceed maxReplicas, " + max);
    }
  }

  private void knative(@Nullable LocalObjectReference target) {
    if (target == null) {
      return;
    }
    var service =
        "Service".equals(target.getKind())
            && "serving.knative.dev/v1".equals(target.getApiVersion());
    var routed = provider().equals("knative");
    if (routed && !service) {
      scope.report("targetRef", null, "must be a Knative Service, as the provider is knative");
    }
    if (service && !routed) {
      scope.report("provider", provider(), "must be knative, as the target is a Knative Service");
    }
    if (service && spec.getAutoscalerRef() != null) {
      scope.report("autoscalerRef", null, "must be absent: Knative scales its Services itself");
    }
  }

  private void upstream() {
    var ref = spec.getUpstreamRef();
    if (ref != null) {
      var at = scope.in("upstreamRef");
      References.identity(
          at, ref.getApiVersion(), ref.getKind(), ref.getName(), Set.of("Upstream"));
      references.sameNamespace(scope, "upstreamRef", ref);
    }
  }

  private void service() {
    var service = spec.getService();
    if (service != null) {
      new ServiceRules(service, spec.getTargetRef(), provider(), scope.in("service")).check();
    } else if (!provider().equals("knative")) {
      scope.present("service", null);
    }
  }

  private void burgee() {
    var burgee = spec.getBurgee();
    if (burgee != null) {
      scope.in("burgee").duration("drainDelay", burgee.getDrainDelay());
      scope.in("burgee").oneOf("onUnknown", burgee.getOnUnknown(), Set.of("RollBack", "Wait"));
    }
  }

  private String provider() {
    var provider = spec.getProvider();
    return provider == null || provider.isEmpty() ? context.defaultProvider() : provider;
  }
}
