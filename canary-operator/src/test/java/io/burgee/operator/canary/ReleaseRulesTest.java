package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules that watch releases find what breaks them: a rule that can't fail is none. */
class ReleaseRulesTest {
  private final ReleaseStory story = new ReleaseStory();

  @Test
  void aReleaseAsItShouldBeBreaksNothing() {
    story.analysing(2);
    story.route(50);
    story.stage("Promoting", 50);
    story.primary(2, "new", 2);
    story.stage("ShiftingBack", 0);
    story.route(0);
    story.stage("ScalingDown", 0);
    story.target(0, "new", 0);
    assertThat(story.found()).isEmpty();
  }

  @Test
  void aRollbackAsItShouldBeBreaksNothing() {
    story.analysing(2);
    story.route(50);
    story.stage("RollingBack", 0);
    story.route(0);
    story.stage("ScalingDown", 0);
    story.target(0, "new", 0);
    assertThat(story.found()).isEmpty();
  }

  @Test
  void i1TrafficGoesToNoCanaryThatIsNotReady() {
    story.analysing(1);
    story.route(50);
    assertBroken("I1: canary from 0 to 50 in Analysing, not ready");
  }

  @Test
  void i1TrafficGoesToNoOtherRevisionThanTheCandidate() {
    story.analysing(0);
    story.target(2, "another", 2);
    story.route(50);
    assertBroken("I1: canary from 0 to 50 in Analysing, not ready");
  }

  @Test
  void i1TrafficGoesBackToNoPrimaryThatIsNotOnTheCandidateYet() {
    story.analysing(2);
    story.route(50);
    story.stage("ShiftingBack", 0);
    story.route(0);
    assertBroken("I1: canary from 50 to 0 in ShiftingBack, no primary");
  }

  @Test
  void i1TrafficGoesBackToNoPrimaryThatIsNotReady() {
    story.analysing(2);
    story.route(50);
    story.stage("Promoting", 50);
    story.primary(2, "new", 1);
    story.stage("ShiftingBack", 0);
    story.route(0);
    assertBroken("I1: canary from 50 to 0 in ShiftingBack, no primary");
  }

  @Test
  void i1ARollbackGoesToNoPrimaryWithoutPods() {
    story.analysing(2);
    story.route(50);
    story.primary(2, "old", 0);
    story.stage("Analysing", 60);
    story.stage("RollingBack", 0);
    story.route(0);
    assertBroken("I1: canary from 50 to 0 in RollingBack, no primary");
  }

  @Test
  void i2TheTargetIsNotScaledDownWhileItHasTraffic() {
    story.analysing(2);
    story.route(50);
    story.stage("RollingBack", 0);
    story.target(0, "new", 0);
    assertBroken("I2: target scaled down while the route gives it 50");
  }

  @Test
  void i2ThePrimaryIsNotScaledDown() {
    story.primary(1, "old", 1);
    assertBroken("I2: primary scaled down");
  }

  @Test
  void i3ThePrimaryIsNotTouchedDuringTheAnalysis() {
    story.analysing(2);
    story.primary(2, "new", 2);
    assertBroken("I3: primary's template in Analysing is not old");
  }

  @Test
  void i3WhatIsPromotedIsTheCandidate() {
    story.analysing(2);
    story.stage("Promoting", 0);
    story.primary(2, "another", 2);
    assertBroken("I3: primary's template in Promoting is not new");
  }

  @Test
  void i3TheMarkAloneIsNotTheCandidate() {
    story.analysing(2);
    story.stage("Promoting", 0);
    story.primary(2, "new", 2, deployment -> ReleaseStory.image(deployment, "another"));
    assertBroken("I3: primary's template in Promoting is not new");
  }

  @Test
  void i8EveryDestinationOfARouteExists() {
    story.withoutService("shop-canary");
    assertBroken("I8: no Service shop-canary");
  }

  @Test
  void i8WhatHasTrafficHasAPod() {
    story.primary(2, "old", 0);
    assertBroken("I8: 0 and no pod of shop-primary");
  }

  @Test
  void whatUsersWriteIsNotHeldAgainstUs() {
    story.analysing(2);
    story.byHand(story::primaryOnOne);
    story.byHand(() -> story.route(1));
    assertThat(story.found()).isEmpty();
  }

  @Test
  void whatIsForgottenIsNotNeededForWhatComes() {
    story.analysing(2);
    story.rules.forgetThePast();
    story.route(50);
    story.stage("Promoting", 50);
    story.rules.forgetThePast();
    story.primary(2, "new", 2);
    assertThat(story.found()).isEmpty();
    story.primary(1, "new", 1);
    assertBroken("I2: primary scaled down");
  }

  private void assertBroken(String what) {
    assertThat(story.found()).anyMatch(found -> found.endsWith(" " + what));
  }
}
