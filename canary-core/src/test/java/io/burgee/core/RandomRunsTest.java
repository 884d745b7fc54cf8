package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits, losses, verdicts and hands on the route: {@link World} checks the invariants at
 * each write, and once everything is well the run ends. The seed is in the name of the failing
 * case.
 */
class RandomRunsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void invariantsHoldWhateverHappens(long block) {
    for (long seed = block * 1000; seed < block * 1000 + 500; seed++) {
      var random = new Random(seed);
      var world = World.atRest(random.nextBoolean() ? Plans.weighted() : Plans.returningBy(10));
      for (int i = 0; i < 60; i++) {
        disturb(world, random);
        world.settle();
      }
      calm(world);
      assertThat(world.progress.stage()).as("seed %s", seed).isEqualTo(Stage.AT_REST);
      assertThat(world.route).as("seed %s", seed).contains(Traffic.NONE);
      assertThat(world.primaryRuns)
          .as("seed %s", seed)
          .isEqualTo(world.progress.revisions().promoted());
    }
  }

  @Test
  void theSameInputGivesTheSameDecision() {
    var world = RunTest.analysing();
    var first = Policy.decide(world.plan, world.progress, world.facts(), world.now);
    assertThat(Policy.decide(world.plan, world.progress, world.facts(), world.now))
        .isEqualTo(first);
  }

  private static void disturb(World world, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> world.edit("v" + random.nextInt(4));
      case 1 -> world.target = new Facts.Target.Unreadable("not found");
      case 2 -> world.canaryReadiness = new Facts.Readiness.Waiting("0 of 2");
      case 3 -> world.canaryReadiness = new Facts.Readiness.Stuck("deadline");
      case 4 -> world.canaryReadiness = new Facts.Readiness.Ready();
      case 5 -> world.primaryBecomesReady();
      case 6 -> {
        world.primaryReadiness = new Facts.Readiness.Stuck("deadline");
        world.primaryAvailable = random.nextInt(2);
      }
      case 7 -> world.verdicts = check -> new Verdict.Failing("bad");
      case 8 -> world.verdicts = check -> new Verdict.Unknown("no answer");
      case 9 -> world.verdicts = check -> new Verdict.Passing();
      case 10 -> world.pass(Duration.ofSeconds(random.nextInt(400)));
      default -> world.settle().until().ifPresent(world::runsOn);
    }
  }

  /** Stops disturbing: all pods are well and all checks pass. */
  private static void calm(World world) {
    world.edit("v9");
    world.verdicts = check -> new Verdict.Passing();
    for (int i = 0; i < 60; i++) {
      world.canaryReadiness = new Facts.Readiness.Ready();
      world.primaryBecomesReady();
      Optional.of(world.settle()).flatMap(Decision.Wait::until).ifPresent(world::runsOn);
    }
  }
}
