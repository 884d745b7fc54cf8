package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which traffic a run gives, step by step. */
class StrategyTest {

  @Test
  void abTestingGivesMatchingRequestsAndNothingElse() {
    var world = run(Plans.abTesting(2));
    assertThat(world.route).contains(Traffic.MATCHED);
    world.nextWake();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
    assertThat(world.told)
        .containsSubsequence(
            "Advance podinfo.test canary iteration 1/2",
            "Advance podinfo.test canary iteration 2/2",
            "Copying podinfo.test template spec to podinfo-primary.test");
    world.primaryBecomesReady();
    world.settle();
    assertThat(world.route).contains(Traffic.NONE);
  }

  @Test
  void aMirroredCanaryIsJudgedWithCopiesFirst() {
    var world = run(Plans.mirroredFirst());
    assertThat(world.route).contains(Traffic.MIRROR);
    assertThat(world.told).contains("Advance podinfo.test canary weight 0");
    world.nextWake();
    assertThat(world.route).contains(Traffic.of(new Weight(10)));
    world.nextWake();
    world.nextWake();
    world.nextWake();
    assertThat(world.progress.stage()).isEqualTo(Stage.PROMOTING);
  }

  @Test
  void aMirroredBlueGreenStopsMirroringBeforeItTakesAllTraffic() {
    var world = run(Plans.mirroredBlueGreen(2));
    assertThat(world.route).contains(Traffic.MIRROR);
    world.nextWake();
    assertThat(world.route).contains(Traffic.MIRROR);
    world.nextWake();
    assertThat(world.route).contains(Traffic.of(Weight.ALL));
    assertThat(world.told).contains("Stop traffic mirroring and route all traffic to canary");
  }

  @Test
  void aMirroredCanaryThatFailsIsNotScaledDownWhileItIsMirroredTo() {
    var world = run(Plans.mirroredFirst());
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    world.nextWake();
    assertThat(world.route).contains(Traffic.NONE);
    assertThat(world.canaryReplicas).as("the drain delay").isEqualTo(2);
    world.nextWake();
    assertThat(world.canaryReplicas).isZero();
  }

  @Test
  void iterationsAreCountedForPeopleOnlyWhereThereAreAny() {
    var abTesting = run(Plans.abTesting(2));
    assertThat(report(abTesting).iterations()).isEqualTo(1);
    assertThat(report(run(Plans.weighted())).iterations()).isZero();
  }

  @Test
  void aStrategyThatIsEditedGoesOnFromTheTrafficThatIsReached() {
    var half = Traffic.of(new Weight(50));
    assertThat(new Strategy.Weighted(weights(20, 60), true).next(1, half)).hasValue(3);
    assertThat(new Strategy.AbTesting(2).next(4, half)).hasValue(1);
    assertThat(new Strategy.BlueGreen(2, true, true).next(1, Traffic.NONE)).hasValue(1);
    assertThat(new Strategy.BlueGreen(2, true, true).next(1, Traffic.MIRROR)).hasValue(2);
    assertThat(new Strategy.BlueGreen(2, true, false).next(3, Traffic.of(Weight.ALL))).isEmpty();
    assertThat(new Strategy.AbTesting(2).next(2, Traffic.MATCHED)).isEmpty();
  }

  @Test
  void stepsThatLeadNowhereAreRefused() {
    assertThatThrownBy(() -> new Strategy.AbTesting(0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Strategy.BlueGreen(0, true, false))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Strategy.Weighted(weights(20, 20), false))
        .hasMessageContaining("must rise");
  }

  @Test
  void strategiesAreLabelledAsInTheReference() {
    assertThat(Plans.abTesting(1).strategy().label()).isEqualTo("ab-testing");
    assertThat(Plans.blueGreen(1).strategy().label()).isEqualTo("blue-green");
    assertThat(Plans.weighted().strategy().label()).isEqualTo("canary");
  }

  @Test
  void whatTheUserCannotHaveIsToldWhenARunBegins() {
    var draft = Plans.of(Plans.withoutMesh(2));
    draft.warnings = List.of("A/B testing is not supported when using the kubernetes provider");
    var world = run(draft.plan());
    assertThat(world.told)
        .contains("A/B testing is not supported when using the kubernetes provider");
  }

  private static List<Weight> weights(int... percents) {
    return java.util.Arrays.stream(percents).mapToObj(Weight::new).toList();
  }

  private static Report report(World world) {
    return Report.of(world.plan, world.progress, world.facts());
  }

  private static World run(Plan plan) {
    var world = World.atRest(plan);
    world.edit("v2");
    world.settle();
    return world;
  }
}
