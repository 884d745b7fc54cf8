package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What values allow, and how they read. */
class ValuesTest {
  @Test
  void bothEndsOfBoundsAreAllowed() {
    var bounds = new Bounds(OptionalDouble.of(1), OptionalDouble.of(2));
    assertThat(bounds.isBelow(1)).isFalse();
    assertThat(bounds.isBelow(0.9)).isTrue();
    assertThat(bounds.isAbove(2)).isFalse();
    assertThat(bounds.isAbove(2.1)).isTrue();
  }

  @Test
  void anAbsentEndIsOpen() {
    assertThat(Bounds.atLeast(1).isAbove(Double.MAX_VALUE)).isFalse();
    assertThat(Bounds.atLeast(1).isBelow(0)).isTrue();
    assertThat(Bounds.atMost(1).isBelow(-Double.MAX_VALUE)).isFalse();
    assertThat(Bounds.atMost(1).isAbove(2)).isTrue();
  }

  @Test
  void boundsHaveAnEndAndAreNotReversed() {
    var none = OptionalDouble.empty();
    assertThatThrownBy(() -> new Bounds(none, none)).hasMessageContaining("need a minimum");
    var two = OptionalDouble.of(2);
    assertThat(new Bounds(two, two).isAbove(2)).isFalse();
    assertThatThrownBy(() -> new Bounds(two, OptionalDouble.of(1)))
        .hasMessage("minimum 2.0 is above maximum 1.0");
  }

  @Test
  void aWeightIsAPercentage() {
    assertThat(new Weight(30)).hasToString("30 %");
    assertThat(new Weight(30).rest()).isEqualTo(new Weight(70));
    assertThat(Weight.ZERO.isZero()).isTrue();
    assertThat(Weight.ALL.isZero()).isFalse();
    assertThatThrownBy(() -> new Weight(101)).hasMessageContaining("101");
    assertThatThrownBy(() -> new Weight(-1)).hasMessageContaining("-1");
  }

  @Test
  void trafficReachesThoseWhoGetAnyRequest() {
    assertThat(Traffic.NONE.reachesCanary()).isFalse();
    assertThat(Traffic.of(new Weight(1)).reachesCanary()).isTrue();
    assertThat(Traffic.MIRROR.reachesCanary()).isTrue();
    assertThat(Traffic.MATCHED.reachesCanary()).isTrue();
    assertThat(Traffic.of(Weight.ALL).reachesPrimary()).isFalse();
    assertThat(Traffic.of(new Weight(99)).reachesPrimary()).isTrue();
  }

  @Test
  void aRevisionHasAName() {
    assertThat(new Revision("abc")).hasToString("abc");
    assertThatThrownBy(() -> new Revision(" ")).hasMessageContaining("needs a name");
  }

  @Test
  void phasesReadAsFlaggersDo() {
    assertThat(List.of(Phase.values()))
        .extracting(Phase::text)
        .containsExactly(
            "Initializing",
            "Initialized",
            "Waiting",
            "Progressing",
            "WaitingPromotion",
            "Promoting",
            "Finalising",
            "Succeeded",
            "Failed",
            "Terminating");
  }

  @Test
  void anOutcomeIsThePhaseAtRest() {
    assertThat(List.of(Outcome.values()))
        .extracting(Outcome::phase)
        .containsExactly(Phase.INITIALIZED, Phase.SUCCEEDED, Phase.FAILED);
  }

  @Test
  void strategiesHaveFlaggersNames() {
    assertThat(new Strategy.Weighted(List.of(new Weight(1)), false).label()).isEqualTo("canary");
    assertThat(new Strategy.BlueGreen(1, true, false).label()).isEqualTo("blue-green");
    assertThat(new Strategy.AbTesting(1).label()).isEqualTo("ab-testing");
  }

  @Test
  void strategiesTakeAtLeastOneStep() {
    assertThatThrownBy(() -> new Strategy.Weighted(List.of(), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Strategy.BlueGreen(0, true, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Strategy.AbTesting(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTimeThatACanaryIsSuspendedDoesNotCount() {
    var start = Instant.EPOCH;
    var times =
        Progress.Times.since(start)
            .settledAt(start.plusSeconds(1))
            .checkAt(start.plusSeconds(2))
            .until(start.plusSeconds(3))
            .frozenAt(start.plusSeconds(4))
            .thawedAt(start.plusSeconds(14));
    assertThat(times)
        .isEqualTo(
            Progress.Times.since(start.plusSeconds(10))
                .settledAt(start.plusSeconds(11))
                .checkAt(start.plusSeconds(12))
                .until(start.plusSeconds(13)));
  }

  @Test
  void oneFailedCheckIsTheLowestThreshold() {
    var draft = Plans.of(Plans.weighted());
    draft.threshold = 1;
    assertThat(draft.plan().threshold()).isEqualTo(1);
    draft.threshold = 0;
    assertThatThrownBy(draft::plan).hasMessage("threshold 0 must be at least 1");
  }

  @Test
  void nothingFollowsAllTraffic() {
    var all = Traffic.of(Weight.ALL);
    assertThat(new Strategy.AbTesting(3).next(1, all)).isEmpty();
    assertThat(new Strategy.BlueGreen(3, true, false).next(1, all)).isEmpty();
    assertThat(Plans.weighted().strategy().next(1, all)).isEmpty();
  }
}
