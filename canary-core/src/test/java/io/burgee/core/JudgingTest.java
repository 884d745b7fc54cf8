package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When checks count, and what their answers do. */
class JudgingTest {
  private static final Verdict UNKNOWN = new Verdict.Unknown("no values found");

  @Test
  void onlyTheEndOfAnIntervalAsks() {
    var world = RunTest.analysing();
    world.pass(Plans.INTERVAL.minusSeconds(1));
    world.settle();
    assertThat(world.asked).isEmpty();
    world.pass(java.time.Duration.ofSeconds(1));
    world.settle();
    assertThat(world.measured()).isEqualTo(1);
  }

  @Test
  void anIntervalCountsFromWhenTheRouteShowsTheWeight() {
    var world = World.atRest(Plans.weighted());
    world.edit("v2");
    world.settle();
    assertThat(world.progress.times().nextCheck()).contains(world.now.plus(Plans.INTERVAL));
  }

  @Test
  void oneIntervalAddsAtMostOneFailedCheck() {
    var world = RunTest.analysing();
    world.verdicts = check -> new Verdict.Failing("bad");
    world.nextWake();
    assertThat(world.progress.tally().failed()).isEqualTo(1);
    world.settle();
    assertThat(world.progress.tally().failed()).isEqualTo(1);
  }

  @Test
  void missingMetricsNeverCountAsFailure() {
    var world = RunTest.analysing();
    world.verdicts = check -> UNKNOWN;
    world.nextWake();
    assertThat(world.progress.tally()).isEqualTo(new Progress.Tally(0, 1));
    assertThat(world.routes).containsExactly("90/10");
  }

  @Test
  void missingMetricsRollBackAfterTheThresholdAndSayWhatHadNoAnswer() {
    var world = RunTest.analysing();
    world.verdicts = check -> UNKNOWN;
    world.nextWake();
    world.nextWake();
    assertThat(world.told)
        .anyMatch(
            text ->
                text.startsWith("Rolling back podinfo.test no answer for 2 intervals")
                    && text.contains("no values found"));
  }

  @Test
  void missingMetricsWaitForEverWhereTheUserWantsThat() {
    var world = World.atRest(Plans.waitingOnUnknown());
    world.edit("v2");
    world.verdicts = check -> UNKNOWN;
    world.settle();
    for (int i = 0; i < 20; i++) {
      world.nextWake();
    }
    assertThat(world.routes).containsExactly("90/10");
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void anAnswerInFullEndsARowOfUnknowns() {
    var world = RunTest.analysing();
    world.verdicts = check -> UNKNOWN;
    world.nextWake();
    world.verdicts = check -> new Verdict.Passing();
    world.nextWake();
    world.verdicts = check -> UNKNOWN;
    world.nextWake();
    assertThat(world.progress.tally().unknown()).isEqualTo(1);
    assertThat(world.progress.stage()).isEqualTo(Stage.ANALYSING);
  }

  @Test
  void oneUnknownAmongPassesIsNotAPass() {
    var world = RunTest.analysing();
    world.verdicts =
        check -> check.name().equals("request-duration") ? UNKNOWN : new Verdict.Passing();
    world.nextWake();
    assertThat(world.routes).containsExactly("90/10");
  }

  @Test
  void aWeightEditedByHandIsPutBackAndTheIntervalStartsOver() {
    var world = RunTest.analysing();
    world.pass(java.time.Duration.ofSeconds(30));
    world.route = java.util.Optional.of(Traffic.of(new Weight(80)));
    world.settle();
    assertThat(world.route).contains(Traffic.of(new Weight(10)));
    assertThat(world.progress.times().nextCheck()).contains(world.now.plus(Plans.INTERVAL));
    assertThat(world.asked).isEmpty();
  }
}
