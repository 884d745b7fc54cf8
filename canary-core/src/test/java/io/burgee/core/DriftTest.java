package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A route that others change is put back, and what was counted on it starts over. */
class DriftTest {
  private static final Traffic EDITED = Traffic.of(new Weight(40));

  @Test
  void theDrainDelayStartsOverEvenIfAVerbIsHeardFirst() {
    var world = draining();
    world.pass(Plans.DRAIN);
    world.route = Optional.of(EDITED);
    world.verbs.put(Verb.PAUSE, "ada");
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
    assertThat(world.canaryReplicas).isEqualTo(2);
    world.nextWake();
    assertThat(world.canaryReplicas).isZero();
  }

  @Test
  void theDrainDelayStartsOverAfterASuspension() {
    var world = draining();
    var plan = world.plan;
    world.plan = Plans.suspended(plan);
    world.settle();
    world.pass(Plans.DRAIN);
    world.route = Optional.of(EDITED);
    world.plan = plan;
    world.pass(Plans.DRAIN);
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
    assertThat(world.canaryReplicas).isEqualTo(2);
  }

  @Test
  void theIntervalStartsOverEvenIfTheCanaryIsNotReadyMeanwhile() {
    var world = RunTest.analysing();
    world.canaryReadiness = new Facts.Readiness.Waiting("1 of 2 available");
    world.canarySurvivors = 1;
    world.settle();
    world.route = Optional.of(Traffic.NONE);
    world.settle();
    world.canaryReadiness = new Facts.Readiness.Ready();
    world.pass(Duration.ofSeconds(50));
    var wait = world.settle();
    assertThat(world.route).contains(Traffic.of(new Weight(10)));
    assertThat(wait.until()).contains(world.now.plus(Plans.INTERVAL));
  }

  @Test
  void theEndOfARunIsToldOnceWhateverHappensToTheRoute() {
    var world = draining();
    world.progress = world.progress.enter(Stage.SCALING_DOWN, world.progress.times());
    world.route = Optional.of(EDITED);
    world.settle();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.told).containsOnlyOnce("Canary failed! Scaling down podinfo.test");
  }

  @Test
  void aStepBackThatTheCanaryCannotTakeReturnsEverything() {
    var world = World.atRest(Plans.returningBy(10));
    world.edit("v2");
    world.settle();
    for (int i = 0; i < 3; i++) {
      world.nextWake();
    }
    world.route = Optional.of(Traffic.NONE);
    world.edit("v3");
    world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2 available");
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
    assertThat(world.progress.revisions().promoted()).contains(new Revision("v2"));
  }

  @Test
  void theServiceIsTurnedOnlyToAPrimaryThatIsReady() {
    var world = RunTest.promoting();
    world.apexOnPrimary = false;
    world.primaryAvailable = 1;
    world.settle();
    assertThat(world.apexOnPrimary).isFalse();
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.apexOnPrimary).isTrue();
  }

  /** A run that was aborted just now. */
  private static World draining() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.ABORT, "ada");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.DRAINING);
    return world;
  }
}
