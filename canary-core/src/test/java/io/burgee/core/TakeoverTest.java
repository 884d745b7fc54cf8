package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a Canary goes on that Flagger leaves in a given state. */
class TakeoverTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final Optional<Revision> PRIMARY = Optional.of(new Revision("primary"));
  private static final Revision OTHER = new Revision("other");

  /** Phase, live weight, whether target and primary are alike, and whether configuration moved. */
  @ParameterizedTest
  @CsvSource({
    "Initialized,0,true,false,AT_REST,Initialized,0",
    "Succeeded,0,true,false,AT_REST,Succeeded,0",
    "Succeeded,0,false,false,AT_REST,Succeeded,0",
    "Failed,0,false,false,AT_REST,Failed,0",
    "Failed,100,true,false,RESCUING,Failed,100",
    "Waiting,0,false,false,WAITING,Waiting,0",
    "Waiting,0,true,false,AT_REST,Succeeded,0",
    "Progressing,0,false,false,STARTING,Progressing,0",
    "Progressing,20,false,false,ANALYSING,Progressing,20",
    "Progressing,20,false,true,RESTARTING,Progressing,0",
    "Progressing,20,true,false,ROLLING_BACK,Progressing,0",
    "WaitingPromotion,30,false,false,ANALYSING,WaitingPromotion,30",
    "Promoting,30,true,false,PROMOTING,Promoting,30",
    "Finalising,0,true,false,FINALISING,Finalising,0",
    "Initializing,0,true,false,PREPARING,Initializing,0",
    "Initializing,0,false,false,NEW,Initializing,0",
    "Terminating,0,true,false,TERMINATING,Terminating,0",
  })
  void aPhaseBecomesAStage(
      String phase, int live, boolean same, boolean moved, Stage stage, String shown, int traffic) {
    var next = next(phase, live, same, moved, 1);
    assertThat(next.stage()).isEqualTo(stage);
    assertThat(Report.phase(next).text()).isEqualTo(shown);
    assertThat(next.traffic()).isEqualTo(Traffic.of(new Weight(traffic)));
  }

  @ParameterizedTest
  @CsvSource({"Initialized", "Succeeded", "Failed"})
  void atRestNothingStarts(String phase) {
    for (var same : new boolean[] {true, false}) {
      var facts = facts(0, same);
      var decision = Policy.decide(Plans.weighted(), next(phase, 0, same, false, 0), facts, NOW);
      assertThat(decision).isInstanceOf(Decision.Wait.class);
    }
  }

  @Test
  void whatDiffersAtRestIsTold() {
    var decision = takeOver("Succeeded", 0, false, false, 0);
    assertThat(((Decision.Move) decision).notices())
        .anyMatch(
            n -> n.level() == Notice.Level.WARNING && n.message().contains("burgee.io/retry"));
    assertThat(((Decision.Move) takeOver("Succeeded", 0, true, false, 0)).notices())
        .noneMatch(n -> n.level() == Notice.Level.WARNING);
  }

  @Test
  void configurationThatMovedIsAChangeOfTheUsers() {
    var next = next("Succeeded", 0, false, true, 0);
    var decision = Policy.decide(Plans.weighted(), next, facts(0, false), NOW);
    assertThat(((Decision.Move) decision).next().stage()).isEqualTo(Stage.STARTING);
  }

  @Test
  void aRunKeepsItsFailedChecksAndIsJudgedAfterAnInterval() {
    var next = next("Progressing", 20, false, false, 1);
    assertThat(next.tally()).isEqualTo(new Progress.Tally(1, 0));
    assertThat(next.step()).isEqualTo(2);
    assertThat(next.times().nextCheck()).contains(NOW.plus(Plans.INTERVAL));
    assertThat(next.run()).isEqualTo(1);
  }

  @Test
  void theWaitForPromotionIsNotReplayed() {
    var next = next("WaitingPromotion", 30, false, false, 0);
    assertThat(next.holds().gate()).contains(HookType.CONFIRM_PROMOTION);
    assertThat(next.step()).isEqualTo(Plans.weighted().strategy().steps().size());
  }

  @Test
  void theIterationsThatWereBegunAreNotBegunAgain() {
    var status = new Takeover.Status("Progressing", 0, 2, 0, false);
    var decision = Takeover.decide(Plans.blueGreen(3), PRIMARY, status, facts(0, false), NOW);
    assertThat(((Decision.Move) decision).next().step()).isEqualTo(2);
  }

  @Test
  void aFailedPromotionLetsAnotherRevisionThroughAtOnce() {
    var next = next("Failed", 100, true, false, 0);
    var later = NOW.plus(Duration.ofHours(1));
    var waits = Policy.decide(Plans.weighted(), next, facts(100, true), later);
    assertThat(waits).isInstanceOf(Decision.Wait.class);
    var another = Policy.decide(Plans.weighted(), next, facts(100, false), later);
    assertThat(((Decision.Move) another).next().stage()).isEqualTo(Stage.STARTING);
  }

  @Test
  void verbsThatStandThereAreNotHeardAsNew() {
    assertThat(next("Failed", 0, false, false, 0).heard()).containsEntry(Verb.RETRY, "bob");
  }

  @Test
  void withoutAPrimaryItIsInitialised() {
    var status = new Takeover.Status("Succeeded", 0, 0, 0, false);
    var decision =
        Takeover.decide(Plans.weighted(), Optional.empty(), status, facts(0, false), NOW);
    assertThat(((Decision.Move) decision).next().stage()).isEqualTo(Stage.NEW);
  }

  @Test
  void aTargetThatCannotBeReadIsWaitedFor() {
    var status = new Takeover.Status("Progressing", 20, 0, 0, false);
    var facts = facts(20, false);
    var unreadable =
        new Facts(
            new Facts.Target.Unreadable("configmap/x not found"),
            facts.primary(),
            facts.canary(),
            facts.routing(),
            true,
            Map.of(),
            false,
            Answers.NONE);
    assertThat(Takeover.decide(Plans.weighted(), PRIMARY, status, unreadable, NOW))
        .isInstanceOf(Decision.Wait.class);
  }

  private static Progress next(
      String phase, int live, boolean same, boolean moved, int failedChecks) {
    return ((Decision.Move) takeOver(phase, live, same, moved, failedChecks)).next();
  }

  private static Decision takeOver(
      String phase, int live, boolean same, boolean moved, int failedChecks) {
    var status = new Takeover.Status(phase, live, 0, failedChecks, moved);
    return Takeover.decide(Plans.weighted(), PRIMARY, status, facts(live, same), NOW);
  }

  private static Facts facts(int live, boolean same) {
    var target = same ? PRIMARY.orElseThrow() : OTHER;
    var broken = live == 100;
    return new Facts(
        new Facts.Target.At(target),
        new Facts.Workload(
            PRIMARY,
            broken ? new Facts.Readiness.Waiting("it crashes") : new Facts.Readiness.Ready(),
            2,
            broken ? 0 : 2),
        new Facts.Workload(Optional.of(target), new Facts.Readiness.Ready(), 2, 2),
        new Facts.Routing(true, Optional.of(Traffic.of(new Weight(live))), false),
        true,
        Map.of(Verb.RETRY, "bob"),
        false,
        Answers.NONE);
  }
}
