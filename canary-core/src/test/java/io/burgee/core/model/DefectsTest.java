package io.burgee.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check is worth something only if it finds what is wrong. */
class DefectsTest {
  private static final int BOUND = 2;

  static List<Defect> defects() {
    return Defects.all();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsCaughtByTheInvariantThatItBreaks(Defect defect) {
    var story = new Search(defect.setup(), defect.rules(), BOUND).run(1).first();
    assertThat(story).as(defect.name()).isPresent();
    assertThat(story.get().breach().invariant())
        .as(() -> defect.name() + "\n" + story.get().text())
        .isEqualTo(defect.breaks());
  }

  @Test
  void everyInvariantHasTwoDefectsAtLeast() {
    var caught =
        Defects.all().stream()
            .collect(Collectors.groupingBy(Defect::breaks, Collectors.counting()));
    for (var invariant : Breach.Invariant.values()) {
      var least = invariant == Breach.Invariant.LIVENESS ? 1L : 2L;
      assertThat(caught).as(invariant.name()).hasEntrySatisfying(invariant, n -> atLeast(n, least));
    }
    assertThat(Defects.all().stream().map(Defect::name)).doesNotHaveDuplicates();
  }

  private static void atLeast(long number, long least) {
    assertThat(number).isGreaterThanOrEqualTo(least);
  }

  @Test
  void theCheckFindsNothingWhereNothingIsWrong() {
    assertThat(new Search(Setup.all().getFirst(), Rules.SHIPPED, 0).run(1).breaches())
        .isEqualTo(Map.of());
  }

  static List<Defect> toldInFull() {
    return ModelTable.toldInFull();
  }

  @ParameterizedTest
  @MethodSource("toldInFull")
  void aStoryIsToldInWordsThatAUserUnderstands(Defect defect) {
    var story = new Search(defect.setup(), defect.rules(), BOUND).run(1).first().orElseThrow();
    if (ModelTable.isUpdated()) {
      ModelTable.write(ModelTable.storyOf(defect), story.text());
    }
    assertThat(story.text()).isEqualTo(ModelTable.read(ModelTable.storyOf(defect)));
  }

  @Test
  void thePageListsWhatIsChecked() {
    var page = ModelTable.read(ModelTable.PAGE);
    assertThat(page).contains(Defects.all().stream().map(d -> "| " + d.name() + " |").toList());
    assertThat(page).contains(Setup.all().stream().map(s -> "| " + s.name() + " |").toList());
  }
}
