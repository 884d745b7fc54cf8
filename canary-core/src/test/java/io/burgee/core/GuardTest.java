package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is held back because it could cost requests. */
class GuardTest {
  private static final Optional<Revision> OLD = Optional.of(new Revision("old"));
  private static final Optional<Revision> NEW = Optional.of(new Revision("new"));
  private static final Facts.Workload NO_POD =
      new Facts.Workload(OLD, new Facts.Readiness.Waiting("starts"), 2, 0);

  private Facts.Workload primary = ready(OLD);
  private Facts.Workload canary = ready(NEW);
  private Facts.Routing routing = routed(Traffic.of(new Weight(50)));
  private boolean intact = true;

  private static Facts.Workload ready(Optional<Revision> revision) {
    return new Facts.Workload(revision, new Facts.Readiness.Ready(), 2, 2);
  }

  private static Facts.Routing routed(Traffic live) {
    return new Facts.Routing(true, Optional.of(live), false);
  }

  private Facts facts() {
    return new Facts(
        new Facts.Target.At(NEW.orElseThrow()),
        primary,
        canary,
        routing,
        intact,
        Map.of(),
        false,
        Answers.NONE);
  }

  private static Progress at(Stage stage) {
    return Progress.none(Instant.EPOCH)
        .with(new Progress.Revisions(OLD, NEW, NEW))
        .enter(stage, Progress.Times.since(Instant.EPOCH));
  }

  private boolean holds(Want want, Stage stage) {
    return Guard.holds(want, at(stage), facts()).isPresent();
  }

  private static Want route(int toCanary) {
    return new Want.Routes(Traffic.of(new Weight(toCanary)));
  }

  @Test
  void aCanaryThatIsReadyGetsMore() {
    assertThat(holds(route(60), Stage.ANALYSING)).isFalse();
  }

  @Test
  void aCanaryThatIsNotReadyKeepsWhatItHas() {
    canary = NO_POD;
    assertThat(holds(route(60), Stage.ANALYSING)).isTrue();
    assertThat(holds(route(50), Stage.ANALYSING)).isFalse();
  }

  @Test
  void aCanaryOfAnotherRevisionGetsNoMore() {
    canary = ready(OLD);
    assertThat(holds(route(60), Stage.ANALYSING)).isTrue();
  }

  @Test
  void copiesAndMatchesAreMoreToo() {
    canary = NO_POD;
    routing = routed(Traffic.NONE);
    assertThat(holds(new Want.Routes(Traffic.MIRROR), Stage.ANALYSING)).isTrue();
    assertThat(holds(new Want.Routes(Traffic.MATCHED), Stage.ANALYSING)).isTrue();
    routing = routed(Traffic.MIRROR);
    assertThat(holds(new Want.Routes(Traffic.MIRROR), Stage.ANALYSING)).isFalse();
    routing = routed(Traffic.MATCHED);
    assertThat(holds(new Want.Routes(Traffic.MATCHED), Stage.ANALYSING)).isFalse();
  }

  @Test
  void aFirstRouteToTheCanaryIsMore() {
    canary = NO_POD;
    routing = new Facts.Routing(false, Optional.empty(), false);
    assertThat(holds(route(10), Stage.ANALYSING)).isTrue();
    assertThat(holds(route(0), Stage.ANALYSING)).isFalse();
  }

  @Test
  void duringAPromotionThePrimaryMustBeTheCandidate() {
    assertThat(holds(route(40), Stage.SHIFTING_BACK)).isTrue();
    primary = ready(NEW);
    assertThat(holds(route(40), Stage.SHIFTING_BACK)).isFalse();
  }

  @Test
  void matchesThatReturnAreMoreForThePrimary() {
    routing = routed(Traffic.MATCHED);
    assertThat(holds(new Want.Routes(Traffic.NONE), Stage.FINALISING)).isTrue();
    primary = ready(NEW);
    assertThat(holds(new Want.Routes(Traffic.NONE), Stage.FINALISING)).isFalse();
  }

  @Test
  void copiesThatEndCostThePrimaryNothing() {
    routing = routed(Traffic.MIRROR);
    assertThat(holds(new Want.Routes(Traffic.NONE), Stage.FINALISING)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {
        "ROLLING_BACK",
        "RESTARTING",
        "DRAINING",
        "SCALING_DOWN",
        "AT_REST",
        "WAITING",
        "STARTING"
      })
  void trafficThatMustLeaveTheCanaryNeedsOnePod(Stage stage) {
    primary = new Facts.Workload(OLD, new Facts.Readiness.Waiting("one is late"), 2, 1);
    assertThat(holds(route(0), stage)).isFalse();
    primary = NO_POD;
    assertThat(holds(route(0), stage)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"ROUTING", "ANALYSING", "PROMOTING", "SHIFTING_BACK", "FINALISING", "RESCUING"})
  void elsewhereThePrimaryMustBeReady(Stage stage) {
    primary = new Facts.Workload(OLD, new Facts.Readiness.Waiting("one is late"), 2, 1);
    assertThat(holds(route(0), stage)).isTrue();
  }

  @Test
  void aFirstRouteIsHeldOnlyWhereTheServiceDidNotSelectThePrimaryYet() {
    primary = NO_POD;
    routing = new Facts.Routing(false, Optional.empty(), false);
    assertThat(holds(route(0), Stage.ROUTING)).isTrue();
    assertThat(holds(route(0), Stage.ANALYSING)).isFalse();
    primary = new Facts.Workload(OLD, new Facts.Readiness.Waiting("none"), 0, 0);
    assertThat(holds(route(0), Stage.ANALYSING)).isTrue();
    assertThat(holds(route(100), Stage.ANALYSING)).isFalse();
  }

  @Test
  void theServiceTurnsToAPrimaryThatIsReady() {
    assertThat(holds(new Want.ApexOnPrimary(), Stage.ROUTING)).isFalse();
    primary = NO_POD;
    assertThat(holds(new Want.ApexOnPrimary(), Stage.ROUTING)).isTrue();
  }

  @Test
  void whatIsGivenBackNeedsAPodOfTheTarget() {
    assertThat(holds(new Want.ApexOnTarget(), Stage.REVERTING)).isFalse();
    assertThat(holds(new Want.RoutesReverted(), Stage.REVERTING)).isFalse();
    canary = NO_POD;
    assertThat(holds(new Want.ApexOnTarget(), Stage.REVERTING)).isTrue();
    assertThat(holds(new Want.RoutesReverted(), Stage.REVERTING)).isTrue();
  }

  @Test
  void aTargetWithTrafficKeepsItsPods() {
    assertThat(holds(new Want.ScaledToZero(), Stage.SCALING_DOWN)).isTrue();
    routing = routed(Traffic.MIRROR);
    assertThat(holds(new Want.ScaledToZero(), Stage.SCALING_DOWN)).isTrue();
    routing = routed(Traffic.NONE);
    assertThat(holds(new Want.ScaledToZero(), Stage.SCALING_DOWN)).isFalse();
  }

  @Test
  void aTargetKeepsItsPodsWhileNobodyCanSayWhatIsRouted() {
    routing = new Facts.Routing(false, Optional.of(Traffic.NONE), false);
    assertThat(holds(new Want.ScaledToZero(), Stage.SCALING_DOWN)).isTrue();
    routing = new Facts.Routing(true, Optional.empty(), false);
    assertThat(holds(new Want.ScaledToZero(), Stage.SCALING_DOWN)).isTrue();
  }

  @Test
  void whatIsPromotedHasTheConfigurationItWasAnalysedWith() {
    var promoted = new Want.PrimaryRuns(NEW.orElseThrow());
    assertThat(holds(promoted, Stage.PROMOTING)).isFalse();
    intact = false;
    assertThat(holds(promoted, Stage.PROMOTING)).isTrue();
    assertThat(holds(new Want.PrimaryRuns(OLD.orElseThrow()), Stage.ANALYSING)).isFalse();
    primary = ready(NEW); // it is there already
    assertThat(holds(promoted, Stage.PROMOTING)).isFalse();
  }

  @Test
  void whatOnlyAddsIsNeverHeld() {
    primary = NO_POD;
    canary = NO_POD;
    assertThat(holds(new Want.SideServices(), Stage.ANALYSING)).isFalse();
    assertThat(holds(new Want.PrimaryScaler(true), Stage.ANALYSING)).isFalse();
    assertThat(holds(new Want.ScaledUp(Side.CANARY), Stage.STARTING)).isFalse();
  }

  @Test
  void theUserReadsWhatIsHeld() {
    var progress = at(Stage.SCALING_DOWN);
    assertThat(Guard.held(Plans.weighted(), progress, facts()))
        .contains("the live route still reaches the canary");
    routing = routed(Traffic.NONE);
    assertThat(Guard.held(Plans.weighted(), progress, facts())).isEmpty();
  }
}
