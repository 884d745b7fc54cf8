package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the checks of one interval say together; two are the threshold. */
class JudgementTest {
  private static final Plan PLAN = Plans.weighted();
  private static final Judgement FAILS = new Judgement(List.of("bad"), List.of());
  private static final Judgement UNKNOWN = new Judgement(List.of(), List.of("nobody knows"));

  private static CheckResult result(int check, Verdict verdict) {
    var asked = PLAN.checks().get(check);
    return new CheckResult(
        asked.name(),
        verdict,
        OptionalDouble.empty(),
        asked.bounds(),
        OptionalLong.empty(),
        asked.window(),
        "query");
  }

  @Test
  void eachAnswerSaysWhatItSays() {
    var judgement =
        Judgement.of(
            PLAN.checks(),
            List.of(
                result(0, new Verdict.Failing("bad")),
                result(1, new Verdict.Unknown("nobody knows"))));
    assertThat(judgement).isEqualTo(new Judgement(List.of("bad"), List.of("nobody knows")));
  }

  @Test
  void aCheckWithoutAnAnswerIsUnknown() {
    var judgement = Judgement.of(PLAN.checks(), List.of(result(0, new Verdict.Passing())));
    assertThat(judgement)
        .isEqualTo(new Judgement(List.of(), List.of("metric request-duration gave no answer")));
  }

  @Test
  void twoJudgementsSayWhatEachSays() {
    assertThat(FAILS.and(UNKNOWN).and(FAILS))
        .isEqualTo(new Judgement(List.of("bad", "bad"), List.of("nobody knows")));
    assertThat(UNKNOWN.and(FAILS).reason()).isEqualTo("bad; nobody knows");
  }

  @Test
  void onlyAnswersInFullThatAllPassPass() {
    assertThat(new Judgement(List.of(), List.of()).passes()).isTrue();
    assertThat(FAILS.passes()).isFalse();
    assertThat(UNKNOWN.passes()).isFalse();
    assertThat(FAILS.fails()).isTrue();
    assertThat(UNKNOWN.fails()).isFalse();
  }

  @Test
  void anIntervalAddsAtMostOne() {
    var before = new Progress.Tally(3, 4, 5);
    var both = new Judgement(List.of("a", "b"), List.of("c", "d"));
    assertThat(both.addTo(before)).isEqualTo(new Progress.Tally(4, 5));
    assertThat(FAILS.addTo(before)).isEqualTo(new Progress.Tally(4, 0));
    assertThat(UNKNOWN.addTo(before)).isEqualTo(new Progress.Tally(3, 5));
  }

  @Test
  void failuresEndARunAtTheThreshold() {
    assertThat(FAILS.verdict(PLAN, new Progress.Tally(1, 0))).isEmpty();
    assertThat(FAILS.verdict(PLAN, new Progress.Tally(2, 0)))
        .contains("failed checks threshold reached 2");
    assertThat(UNKNOWN.verdict(PLAN, new Progress.Tally(2, 1))).as("none failed now").isEmpty();
  }

  @Test
  void silenceEndsARunAtTheThresholdUnlessItIsToWait() {
    assertThat(UNKNOWN.verdict(PLAN, new Progress.Tally(0, 1))).isEmpty();
    assertThat(UNKNOWN.verdict(PLAN, new Progress.Tally(0, 2)))
        .contains("no answer for 2 intervals: nobody knows");
    assertThat(UNKNOWN.verdict(Plans.waitingOnUnknown(), new Progress.Tally(0, 2))).isEmpty();
  }

  @Test
  void silenceIsToldUntilTheThreshold() {
    var both = FAILS.and(UNKNOWN);
    assertThat(both.notices(PLAN, new Progress.Tally(1, 2)))
        .containsExactly(Notice.warning("bad"), Notice.warning("nobody knows"));
    assertThat(both.notices(PLAN, new Progress.Tally(1, 3))).containsExactly(Notice.warning("bad"));
  }

  @Test
  void hooksThatAreChecksFailOrSayNothing() {
    var replies =
        new Replies(
            HookType.ROLLOUT,
            "podinfo.test",
            List.of(
                new HookReply("a", new Reply.Yes()),
                new HookReply("b", new Reply.No("500")),
                new HookReply("c", new Reply.Silent("timed out"))));
    assertThat(Judgement.of(replies))
        .isEqualTo(
            new Judgement(
                List.of("Halt podinfo.test advancement external check b failed 500"),
                List.of(
                    "Halt podinfo.test advancement no answer from external check c: timed out")));
    assertThat(replies.denials())
        .containsExactly("Halt podinfo.test advancement waiting for external check b");
    assertThat(replies.passes()).containsExactly(Notice.normal("Rollout check a passed"));
  }
}
