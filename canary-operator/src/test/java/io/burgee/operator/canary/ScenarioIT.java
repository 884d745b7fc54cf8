package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.burgee.kube.WriteLog;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.Golden;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every strategy with everything that can happen to it, side by side in one cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioIT {
  private static final String PAGE = "../../../../docs/scenarios.md";

  /** With more at a time each takes longer, and all of them no less. */
  private static final int SIDE_BY_SIDE = 28;

  private final Map<Scenario, Throwable> broken = new ConcurrentHashMap<>();
  private final Map<Scenario, ScenarioEnd> ends = new LinkedHashMap<>();

  @BeforeAll
  void playAll() {
    try (var harness = Harness.start();
        var hooks = FakeHooks.start()) {
      harness.operate(WriteLog.NONE);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var free = new Semaphore(SIDE_BY_SIDE);
        Scenario.all().forEach(s -> threads.execute(() -> play(s, harness, hooks, free)));
      }
      var dropped = dropped(harness);
      for (var scenario : Scenario.all()) {
        var ofIt = dropped.getOrDefault(scenario.namespace(), List.of());
        ends.put(scenario, scenario.end(harness, ofIt));
      }
    }
  }

  private void play(Scenario scenario, Harness harness, FakeHooks hooks, Semaphore free) {
    free.acquireUninterruptibly();
    try {
      scenario.play(harness, hooks);
    } catch (RuntimeException | AssertionError e) {
      broken.put(scenario, e);
    } finally {
      free.release();
    }
  }

  private static Map<String, List<String>> dropped(Harness harness) {
    var byNamespace = new HashMap<String, List<String>>();
    for (var violation : harness.history.violations()) {
      var namespace = violation.substring(0, violation.indexOf('@'));
      byNamespace.merge(
          namespace,
          List.of(violation),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return byNamespace;
  }

  @TestFactory
  Stream<DynamicTest> eachEndsAsTheTableSays() {
    return ends.keySet().stream()
        .map(scenario -> dynamicTest(scenario.toString(), () -> endsAsItShould(scenario)));
  }

  private void endsAsItShould(Scenario scenario) {
    var failure = broken.get(scenario);
    if (failure != null) {
      throw new AssertionError(scenario + " did not get to its end", failure);
    }
    assertThat(ends.get(scenario)).isEqualTo(scenario.expected());
  }

  @Test
  void thePageShowsThem() {
    Golden.assertText(ScenarioTable.of(ends), PAGE);
  }
}
