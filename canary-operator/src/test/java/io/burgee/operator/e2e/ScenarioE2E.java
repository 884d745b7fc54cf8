package io.burgee.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.burgee.testsupport.RealCluster;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each strategy with a good and a bad version on a real API server, side by side. */
@RealCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioE2E {
  private static final String GOOD = "1.1.0";
  private static final String BAD = "1.1.0-bad";

  /** Lines of {@code spec.analysis}. */
  private enum Strategy {
    WEIGHTS("stepWeight: 20\n    maxWeight: 40"),
    STEP_WEIGHTS("stepWeights: [10, 50]"),
    AB_TESTING("iterations: 2\n    match: [{headers: {x-canary: {exact: insider}}}]"),
    BLUE_GREEN("iterations: 2"),
    MIRRORED_BLUE_GREEN("iterations: 2\n    mirror: true"),
    MIRROR_THEN_WEIGHTS("mirror: true\n    stepWeight: 50\n    maxWeight: 50"),
    SKIP_ANALYSIS("stepWeight: 20");

    private final String analysis;

    Strategy(String analysis) {
      this.analysis = analysis;
    }

    String canary(String yaml) {
      var changed = yaml.replace("maxWeight: 50\n    stepWeight: 10", analysis);
      return this == SKIP_ANALYSIS
          ? changed.replace("  analysis:\n", "  skipAnalysis: true\n  analysis:\n")
          : changed;
    }

    /** A bad version is noticed only where it is looked at. */
    boolean promotes(String version) {
      return this == SKIP_ANALYSIS || version.equals(GOOD);
    }
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private RealRelease real;

  @BeforeAll
  void start(@TempDir Path folder) {
    real = RealRelease.start(folder);
  }

  @AfterAll
  void stop() {
    threads.close();
    real.close();
  }

  @TestFactory
  Stream<DynamicTest> eachStrategyEndsAsItShould() {
    return Stream.of(Strategy.values())
        .flatMap(strategy -> Stream.of(GOOD, BAD).map(version -> test(strategy, version)))
        .toList()
        .stream();
  }

  /** Begins at once, and is waited for in its turn. */
  private DynamicTest test(Strategy strategy, String version) {
    var run = threads.submit(() -> release(strategy, version));
    return dynamicTest(strategy + " " + version, () -> check(strategy, version, run.get()));
  }

  private Storefront release(Strategy strategy, String version) {
    var name = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var shop = real.storefront(real.newNamespace(name), name);
    shop.createTarget();
    shop.create(strategy.canary(Manifests.canary(shop.namespace(), name)));
    shop.awaitInitialised();
    shop.release(version);
    shop.awaitEndOfRun(1);
    return shop;
  }

  private void check(Strategy strategy, String version, Storefront shop) {
    var promoted = strategy.promotes(version);
    assertThat(shop.phase()).isEqualTo(promoted ? "Succeeded" : "Failed");
    assertThat(shop.image("-primary")).endsWith(promoted ? ":" + version : ":1.0.0");
    assertThat(shop.replicas("")).isZero();
    assertThat(shop.status().getCanaryWeight()).isZero();
  }
}
