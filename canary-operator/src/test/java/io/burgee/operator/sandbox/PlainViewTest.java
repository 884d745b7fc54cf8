package io.burgee.operator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainViewTest {
  @Test
  void aMomentIsALineWithBothSides() {
    assertThat(PlainView.changes(null, Moments.at(7_260, "Progressing", 20, "a reason")))
        .containsExactly(
            "00:07.2  Progressing   weight  20  primary  99.9 %  41 ms | canary       -      -"
                + "  a reason");
  }

  @Test
  void nothingNewIsNoLine() {
    var before = Moments.at(0, "Progressing", 20, "a reason", "an event");

    assertThat(PlainView.changes(before, Moments.at(50, "Progressing", 20, "a reason", "an event")))
        .isEmpty();
  }

  @Test
  void everyNewEventHasItsLine() {
    var before = Moments.at(0, "Progressing", 20, "b", "a");

    assertThat(PlainView.changes(before, Moments.at(50, "Progressing", 20, "b", "a", "b", "c")))
        .satisfiesExactly(
            one -> assertThat(one).endsWith("b"), two -> assertThat(two).endsWith("c"));
  }

  @Test
  void weightAndPhaseAreToldWhenTheyAreSo() {
    var before = Moments.at(0, "Progressing", 20, "r");

    assertThat(PlainView.changes(before, Moments.at(50, "Progressing", 40, "r")))
        .singleElement()
        .asString()
        .endsWith("The route gives the canary 40 % now");
    assertThat(PlainView.changes(before, Moments.at(50, "Failed", 20, "r")))
        .singleElement()
        .asString()
        .endsWith("what Failed means");
  }

  @Test
  void aReasonThatAnEventToldIsNotRepeated() {
    var before = Moments.at(0, "Progressing", 20, "r", "Advance shop");

    assertThat(
            PlainView.changes(
                before,
                Moments.at(50, "Progressing", 20, "All pass: Advance shop", "Advance shop")))
        .isEmpty();
  }
}
