package io.burgee.core;

import static io.burgee.core.Scene.BEFORE;
import static io.burgee.core.Scene.NOW;
import static io.burgee.core.Scene.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a wait ends. */
class MomentTest {
  private static Moment at(Progress.Times times) {
    return new Scene(Stage.ANALYSING).times(times).moment();
  }

  private static Optional<java.time.Instant> wake(Progress.Times times) {
    return at(times).goOn().until();
  }

  @Test
  void whatComesFirstWakes() {
    var times = Progress.Times.since(NOW).checkAt(SOON).until(SOON.plusSeconds(1));
    assertThat(wake(times)).contains(SOON);
    assertThat(wake(times.checkAt(SOON.plusSeconds(2)))).contains(SOON.plusSeconds(1));
  }

  @Test
  void whatIsPastWakesNoMore() {
    var times = Progress.Times.since(NOW).checkAt(NOW);
    assertThat(wake(times)).isEmpty();
    assertThat(wake(times.until(SOON))).contains(SOON);
  }

  @Test
  void aDeadlineIsOverAtItsInstant() {
    var times = Progress.Times.since(NOW);
    assertThat(at(times).overdue()).isFalse();
    assertThat(at(times.until(SOON)).overdue()).isFalse();
    assertThat(at(times.until(NOW)).overdue()).isTrue();
    assertThat(at(times.until(NOW.minusSeconds(1))).overdue()).isTrue();
  }

  @Test
  void aDeadlineThatStandsIsKept() {
    var scene = new Scene(Stage.SHIFTING_BACK);
    assertThat(scene.moment().withDeadline())
        .isEqualTo(new Decision.Wait(BEFORE, Optional.of(SOON)));
    var times = scene.progress.times().until(NOW.plus(Plans.DEADLINE));
    assertThat(scene.told().moment().withDeadline())
        .isEqualTo(new Decision.Move(scene.progress.with(times), List.of()));
  }

  @Test
  void onlyARevisionThatCanBeReadIsNewerThanTheCandidate() {
    var scene = new Scene(Stage.ANALYSING);
    assertThat(scene.moment().newerThanCandidate()).isEmpty();
    assertThat(scene.targetAt(Scene.OTHER).moment().newerThanCandidate()).isEqualTo(Scene.OTHER);
    assertThat(scene.unreadable().moment().newerThanCandidate()).isEmpty();
    assertThat(scene.gone().moment().unreadable()).contains("podinfo is gone");
  }

  @Test
  void theReasonOfAFailureStandsThoughItsEndIsLate() {
    var scene = new Scene(Stage.ROLLING_BACK).ending(Outcome.FAILED);
    var told = scene.progress.with(scene.progress.times().withoutDeadline());
    assertThat(scene.moment().overdueNotice("late"))
        .isEqualTo(new Decision.Move(told, List.of(Notice.warning("late"))));
    scene.ending(Outcome.SUCCEEDED);
    assertThat(scene.moment().overdueNotice("late").reason()).isEqualTo("late");
  }
}
