package io.burgee.metrics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Bounds;
import io.burgee.core.CheckResult;
import io.burgee.core.Phase;
import io.burgee.core.Verdict;
import io.burgee.core.Weight;
import io.burgee.testsupport.Golden;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {
  private static final Exporter.Subject APP = new Exporter.Subject("test", "app", "podinfo");
  private static final Exporter.Subject OTHER = new Exporter.Subject("test", "other", "other");

  private final CollectorRegistry registry = new CollectorRegistry();
  private final Exporter exporter = new Exporter(registry);

  @Test
  void theSeriesAreTheReferences() {
    exporter.running("0.1.0", "istio");
    exporter.observe(APP, Phase.PROGRESSING, new Weight(30));
    exporter.checked(
        APP, List.of(check("request-success-rate", 99.5), check("request-duration", 515)));
    exporter.reconciled(APP, Duration.ofMillis(20));
    exporter.succeeded(APP, "canary", false);
    exporter.failed(APP, "canary", true);
    // the registry gives its families in no order
    var sorted = text().lines().sorted().collect(joining("\n", "", "\n"));
    Golden.assertText(sorted, "golden/exporter.txt");
  }

  @Test
  void theSeriesGoWithTheCanary() {
    exporter.observe(APP, Phase.SUCCEEDED, Weight.ZERO);
    exporter.checked(APP, List.of(check("m", 1)));
    exporter.reconciled(APP, Duration.ofMillis(20));
    exporter.succeeded(APP, "canary", false);
    exporter.observe(OTHER, Phase.SUCCEEDED, Weight.ZERO);
    exporter.remove(APP);
    assertThat(text())
        .doesNotContain("podinfo")
        .contains("name=\"other\"", "flagger_canary_total{namespace=\"test\",} 1.0");
  }

  @Test
  void theTotalFallsToZero() {
    exporter.observe(APP, Phase.SUCCEEDED, Weight.ZERO);
    exporter.observe(APP, Phase.SUCCEEDED, Weight.ZERO);
    assertThat(text()).contains("flagger_canary_total{namespace=\"test\",} 1.0");
    exporter.remove(APP);
    exporter.remove(APP);
    assertThat(text()).contains("flagger_canary_total{namespace=\"test\",} 0.0");
  }

  @Test
  void theInfoHasOneSeries() {
    exporter.running("0.1.0", "istio");
    exporter.running("0.1.0", "kubernetes");
    assertThat(text()).contains("\"kubernetes\"").doesNotContain("\"istio\"");
  }

  @Test
  void aCheckWithoutValueKeepsTheLast() {
    exporter.checked(APP, List.of(check("m", 7)));
    exporter.checked(
        APP,
        List.of(
            new CheckResult(
                "m",
                new Verdict.Unknown("no answer"),
                OptionalDouble.empty(),
                Bounds.atMost(1),
                OptionalLong.empty(),
                Duration.ofMinutes(1),
                "q")));
    assertThat(text()).contains("metric=\"m\",} 7.0");
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyAFailedAndARunningReleaseAreNotOne(Phase phase) {
    exporter.observe(APP, phase, Weight.ZERO);
    var expected = phase == Phase.PROGRESSING ? 0.0 : phase == Phase.FAILED ? 2.0 : 1.0;
    assertThat(
            registry.getSampleValue(
                "flagger_canary_status",
                new String[] {"name", "namespace"},
                new String[] {"podinfo", "test"}))
        .isEqualTo(expected);
  }

  private static CheckResult check(String name, double value) {
    return new CheckResult(
        name,
        new Verdict.Passing(),
        OptionalDouble.of(value),
        Bounds.atLeast(0),
        OptionalLong.empty(),
        Duration.ofMinutes(1),
        "q");
  }

  private String text() {
    var writer = new StringWriter();
    try {
      Exposition.write(registry, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
