package io.burgee.operator.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.testsupport.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  @Test
  void saysWhereACanaryIsAndWhyAndUntilWhen() {
    var events =
        List.of(
            Canaries.event(10, "2026-03-01T11:59:12Z", "Warning", "Halt checkout.store"),
            Canaries.event(9, "2026-03-01T11:59:12Z", "Normal", "Advance checkout.store"),
            Canaries.event(2, "2026-02-28T10:00:00Z", "Normal", "Initialization done!"));

    assertGolden(Explanation.of(Canaries.analysed(), events, Canaries.NOW), "explain-analysed.txt");
  }

  @Test
  void whatAUserHasToDoComesFirst() {
    var lines = Explanation.of(Canaries.stalled(), List.of(), Canaries.NOW);

    assertThat(lines.get(1)).contains("Stalled", "spec.targetRef.name is missing");
    assertGolden(lines, "explain-stalled.txt");
  }

  @Test
  void whatPeopleKeepItFromIsSaidWithTheirNames() {
    assertGolden(Explanation.of(Canaries.held(), List.of(), Canaries.NOW), "explain-held.txt");
  }

  @Test
  void aCanaryThatNobodyLookedAtSaysSo() {
    assertThat(Explanation.of(Canaries.unseen(), List.of(), Canaries.NOW))
        .containsExactly("index/search", "  Phase       none: no operator has looked at it yet");
  }

  @Test
  void eventsOfOneSecondAreInTheOrderOfTheirNumbers() {
    var events =
        List.of(
            Canaries.event(10, "2026-03-01T11:59:12Z", "Normal", "tenth"),
            Canaries.event(9, "2026-03-01T11:59:12Z", "Normal", "ninth"));

    assertThat(Explanation.of(Canaries.unseen(), events, Canaries.NOW).getLast()).endsWith("tenth");
  }

  private static void assertGolden(List<String> lines, String file) {
    Golden.assertText(String.join("\n", lines) + "\n", "golden/view/" + file);
  }
}
