package io.burgee.operator.canary;

import io.burgee.testsupport.FakeHooks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One strategy and what happens to it. */
record Scenario(ScenarioStrategy strategy, ScenarioEvent event) {
  /** By event, as they are told of. */
  static List<Scenario> all() {
    return Arrays.stream(ScenarioEvent.values()).flatMap(Scenario::of).toList();
  }

  private static Stream<Scenario> of(ScenarioEvent event) {
    return Arrays.stream(ScenarioStrategy.values()).map(strategy -> new Scenario(strategy, event));
  }

  /** Its own namespace. */
  String namespace() {
    return (event.name() + "-" + strategy.name()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ScenarioEnd expected() {
    return event.end(strategy);
  }

  /** Plays it to its end, beside others. */
  void play(Harness harness, FakeHooks hooks) {
    var stage = new ScenarioStage(harness, hooks, strategy, namespace());
    event.prepare(stage);
    stage.begin();
    event.play(stage);
    stage.awaitEnd(expected());
  }

  /** How it ended, once it has. */
  ScenarioEnd end(Harness harness, List<String> dropped) {
    return ScenarioEnd.of(harness, namespace(), expected().told(), dropped);
  }

  @Override
  public String toString() {
    return strategy + ": " + event;
  }
}
