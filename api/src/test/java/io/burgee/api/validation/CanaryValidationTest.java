package io.burgee.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.api.Canary;
import io.burgee.api.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryValidationTest {
  private static final String VALID =
      """
      apiVersion: flagger.app/v1beta1
      kind: Canary
      metadata: {name: shop, namespace: prod}
      spec:
        provider: istio
        metricsServer: http://prometheus.monitoring:9090
        targetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
        autoscalerRef:
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          name: shop
          primaryScalerReplicas: {minReplicas: 2, maxReplicas: 4}
        upstreamRef: {apiVersion: gloo.solo.io/v1, kind: Upstream, name: settings}
        service:
          port: 80
          portName: http
          targetPort: 8080
          timeout: 15s
          gatewayRefs: [{name: public, port: 443}]
          retries: {attempts: 3, perTryTimeout: 1s}
          mirror: [{backendRef: {name: shadow, port: 80}}]
        analysis:
          interval: 30s
          threshold: 5
          stepWeight: 10
          maxWeight: 50
          metrics:
            - name: request-success-rate
              interval: 1m
              thresholdRange: {min: 99, max: 100}
            - name: errors
              templateRef: {name: errors, namespace: prod}
          webhooks:
            - {name: load, url: "http://loadtester.test/", timeout: 5s, retries: 1}
            - {name: load, type: pre-rollout, url: "http://loadtester.test/"}
          alerts:
            - {name: team, severity: warn, providerRef: {name: team}}
          sessionAffinity: {cookieName: canary, primaryCookieName: primary}
        burgee: {drainDelay: 30s, onUnknown: Wait}
      """;

  private static final ValidationContext CONTEXT =
      new ValidationContext(
          Set.of("istio", "kubernetes", "knative", "gatewayapi:v1"),
          "istio",
          Set.of("Deployment", "Service"),
          Set.of("HorizontalPodAutoscaler"),
          false);

  @Test
  void aGoodCanaryHasNoProblems() {
    assertThat(problems(valid())).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "problems.csv",
      delimiter = '|',
      quoteCharacter = '\'',
      numLinesToSkip = 1)
  void saysWhatIsWrongAndWhatIsAllowed(String pointer, @Nullable String value, String problem) {
    assertThat(problems(with(valid(), pointer, value)))
        .extracting(Problem::toString)
        .containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/spec/provider=\"\"",
        "/spec/analysis/interval=\"1s\"",
        "/spec/analysis/threshold=0",
        "/spec/analysis/maxWeight=0",
        "/spec/service/targetPort=\"web\"",
        "/spec/service/targetPort=\"0\"",
        "/spec/analysis/webhooks/0/type=\"\"",
        "/spec/analysis/webhooks/0/url=\"https://bob:pw@my_hooks.test:8443/a?b=c#d\"",
        "/spec/analysis/webhooks/0/url=\"http://[::1]:80\"",
        "/spec/analysis/webhooks/0/url=\"http://hooks.test:/\"",
        "/spec/analysis/webhooks/0/retries=0",
        "/spec/analysis/alerts/0/severity=\"\"",
        "/spec/analysis/metrics/1/query=\"sum(up)\"",
        "/spec/upstreamRef/namespace=\"prod\"",
      })
  void acceptsWhatFlaggerDoes(String change) {
    var parts = change.split("=", 2);
    assertThat(problems(with(valid(), parts[0], parts[1]))).isEmpty();
  }

  @Test
  void reportsAllProblemsAtOnceInTheOrderOfTheFields() {
    var canary = valid();
    with(canary, "/spec/provider", "\"smoke\"");
    with(canary, "/spec/service/port", "0");
    with(canary, "/spec/analysis/interval", "\"10\"");
    with(canary, "/spec/analysis/stepWeight", "1.5");
    with(canary, "/spec/analysis/metrics/0/name", "\"speed\"");
    with(canary, "/spec/analysis/metrics/0/interval", "\"1x\"");
    assertThat(problems(canary))
        .extracting(Problem::path)
        .containsExactly(
            "spec.provider",
            "spec.service.port",
            "spec.analysis.interval",
            "spec.analysis.stepWeight",
            "spec.analysis.metrics[0].name",
            "spec.analysis.metrics[0].interval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"headers\": {}}", "{\"uri\": {\"prefix\": \"/\"}}"})
  void aConditionThatAsksForNothingIsRefused(String condition) {
    var canary = with(abTest(), "/spec/analysis/match", "[" + condition + "]");
    assertThat(problems(canary))
        .extracting(Problem::path)
        .containsExactly("spec.analysis.match[0]");
  }

  @Test
  void anAbTestHasConditionsAndIterations() {
    assertThat(problems(abTest())).isEmpty();
  }

  @Test
  void referencesToOtherNamespacesAreFineUnlessSwitchedOff() {
    var canary = with(valid(), "/spec/analysis/metrics/1/templateRef/namespace", "\"shared\"");
    var open =
        new ValidationContext(
            CONTEXT.providers(), "istio", CONTEXT.targetKinds(), CONTEXT.autoscalerKinds(), true);
    assertThat(CanaryValidation.problems(Json.read(canary.toString(), Canary.class), open))
        .isEmpty();
  }

  @Test
  void aProviderOfTheProgramCountsAsTheCanarys() {
    var canary = with(valid(), "/spec/provider", null);
    var knative =
        new ValidationContext(
            CONTEXT.providers(), "knative", CONTEXT.targetKinds(), CONTEXT.autoscalerKinds(), true);
    assertThat(CanaryValidation.problems(Json.read(canary.toString(), Canary.class), knative))
        .extracting(Problem::toString)
        .containsExactly("spec.targetRef must be a Knative Service, as the provider is knative");
  }

  @Test
  void aKnativeServiceNeedsNoService() {
    var canary = with(valid(), "/spec/provider", "\"knative\"");
    with(canary, "/spec/targetRef/apiVersion", "\"serving.knative.dev/v1\"");
    with(canary, "/spec/targetRef/kind", "\"Service\"");
    with(canary, "/spec/service", null);
    assertThat(problems(canary)).extracting(Problem::path).containsExactly("spec.autoscalerRef");
  }

  @Test
  void anEmptyCanaryIsReportedNotACrash() {
    var empty = Json.read("{\"kind\":\"Canary\",\"metadata\":{\"name\":\"a\"}}", Canary.class);
    assertThat(CanaryValidation.problems(empty, CONTEXT))
        .extracting(Problem::toString)
        .containsExactly("spec must be set");
    var bare = with(valid(), "/spec", "{}");
    assertThat(problems(bare))
        .extracting(Problem::path)
        .containsExactly("spec.targetRef", "spec.service", "spec.analysis");
  }

  private static JsonNode valid() {
    return Json.read(VALID, JsonNode.class);
  }

  private static JsonNode abTest() {
    var canary = with(valid(), "/spec/analysis/iterations", "10");
    with(canary, "/spec/analysis/stepWeight", null);
    with(canary, "/spec/analysis/maxWeight", null);
    return with(
        canary,
        "/spec/analysis/match",
        """
        [{"headers": {"x-canary": {"exact": "insider"}}}, {"queryParams": {"canary": {"exact": "1"}}},
         {"sourceLabels": {"app": "tester"}}]
        """);
  }

  private static List<Problem> problems(JsonNode canary) {
    return CanaryValidation.problems(Json.read(canary.toString(), Canary.class), CONTEXT);
  }

  /** Sets the field at a JSON pointer, or removes it when {@code value} is null. */
  private static JsonNode with(JsonNode canary, String pointer, @Nullable String value) {
    var cut = pointer.lastIndexOf('/');
    var parent = canary.at(pointer.substring(0, cut));
    var field = pointer.substring(cut + 1);
    if (value == null) {
      ((ObjectNode) parent).remove(field);
    } else {
      ((ObjectNode) parent).set(field, Json.read(value, JsonNode.class));
    }
    return canary;
  }
}
