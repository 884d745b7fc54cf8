package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever became of the revisions before, a good one can be released. */
class StrandedTest {

  static List<Plan> plans() {
    return List.of(Plans.steps(20, 80), Plans.abTesting(2), Plans.blueGreen(2));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aGoodRevisionIsPromotedAlthoughThePrimaryHasNoPods(Plan plan) {
    var world = World.atRest(plan);
    world.edit("v2");
    world.settle();
    while (world.progress.stage() != Stage.PROMOTING) {
      world.nextWake();
    }
    breakPrimary(world);
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.RESCUING);
    breakPrimary(world);
    world.edit("v3");
    untilPromoted(world);
    assertThat(world.progress.outcome()).isEqualTo(Outcome.SUCCEEDED);
  }

  @Test
  void aRouteThatSomeoneDeletedIsMadeAgainAlthoughThePrimaryHasNoPods() {
    var world = World.atRest(Plans.weighted());
    breakPrimary(world);
    world.route = Optional.empty();
    world.edit("v3");
    untilPromoted(world);
  }

  @Test
  void anotherRevisionIsReleasedWhereTheRouteCannotBePutBack() {
    var world = RunTest.analysing();
    world.verbs.put(Verb.ABORT, "ada");
    world.settle();
    breakPrimary(world);
    world.route = Optional.of(Traffic.of(new Weight(40)));
    world.edit("v3");
    untilPromoted(world);
  }

  @Test
  void anInitialisationFollowsTheTargetUntilThePrimaryServes() {
    var world = new World(Plans.weighted());
    world.settle();
    world.progress = world.progress.enter(Stage.ROUTING, world.progress.times());
    breakPrimary(world);
    world.edit("v3");
    world.settle();
    assertThat(world.progress.stage()).isEqualTo(Stage.PREPARING);
    assertThat(world.primaryRuns).contains(new Revision("v3"));
  }

  private static void breakPrimary(World world) {
    world.primaryReadiness = new Facts.Readiness.Stuck("image not found");
    world.primaryAvailable = 0;
  }

  /** Only v3 can become ready on the primary. */
  private static void untilPromoted(World world) {
    for (int i = 0; i < 30; i++) {
      if (world.primaryRuns.equals(Optional.of(new Revision("v3")))) {
        world.primaryBecomesReady();
      }
      Optional.of(world.settle()).flatMap(Decision.Wait::until).ifPresent(world::runsOn);
      world.pass(Duration.ofSeconds(1));
    }
    assertThat(world.progress.stage()).isEqualTo(Stage.AT_REST);
    assertThat(world.progress.revisions().promoted()).contains(new Revision("v3"));
  }
}
