package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.api.Canary;
import io.burgee.core.Answers;
import io.burgee.core.Bounds;
import io.burgee.core.Check;
import io.burgee.core.CheckResult;
import io.burgee.core.Decision;
import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Inquiry;
import io.burgee.core.Phase;
import io.burgee.core.Progress;
import io.burgee.core.Reply;
import io.burgee.core.Verdict;
import io.burgee.kube.NamespacedName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InquiriesTest {
  private static final NamespacedName SHOP = new NamespacedName("prod", "shop");
  private static final Progress PROGRESS = Progress.none(Instant.EPOCH);
  private static final Decision.Ask METRICS =
      new Decision.Ask(new Inquiry.Metrics(List.of()), "Asking metrics");
  private static final List<CheckResult> RESULTS =
      List.of(
          new CheckResult(
              "errors",
              new Verdict.Passing(),
              OptionalDouble.empty(),
              new Bounds(OptionalDouble.empty(), OptionalDouble.of(1)),
              OptionalLong.empty(),
              Duration.ZERO,
              ""));
  private static final List<HookReply> YES = List.of(new HookReply("gate", new Reply.Yes()));

  private final BlockingQueue<NamespacedName> woken = new LinkedBlockingQueue<>();
  private final SetClock clock = new SetClock();
  private final Inquiries inquiries = new Inquiries(woken::add, clock);
  private final Answering answering = new Answering();

  private static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Says yes; a hook only when it may. */
  private static final class Answering implements Respondents {
    final CountDownLatch mayAnswer = new CountDownLatch(1);
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    final BlockingQueue<String> interrupted = new LinkedBlockingQueue<>();

    @Override
    public List<CheckResult> measure(List<Check> checks) {
      asked.add("metrics");
      return RESULTS;
    }

    @Override
    public List<HookReply> ask(HookType type, Phase phase) throws InterruptedException {
      asked.add(type.text());
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        interrupted.add(type.text());
        throw e;
      }
      return YES;
    }

    @Override
    public Duration fresh() {
      return Duration.ofSeconds(30);
    }

    @Override
    public void measured(List<CheckResult> results) {
      asked.add("measured");
    }
  }

  @AfterEach
  void close() {
    inquiries.close();
  }

  private static Decision.Ask hooks(HookType type) {
    return new Decision.Ask(
        new Inquiry.Hooks(type, Phase.PROGRESSING), "Asking the " + type.text() + " hooks");
  }

  private static Canary shop() {
    return shop(SHOP.name());
  }

  private static Canary shop(String name) {
    var canary = new Canary();
    canary.getMetadata().setName(name);
    canary.getMetadata().setNamespace(SHOP.namespace());
    canary.getMetadata().setUid("u-" + name);
    canary.getMetadata().setGeneration(1L);
    return canary;
  }

  private Decision.Wait ask(Decision.Ask what) {
    return inquiries.ask(shop(), PROGRESS, what, answering);
  }

  private Answers answered() {
    return inquiries.answered(shop(), PROGRESS);
  }

  private void awaitWoken() throws InterruptedException {
    assertThat(woken.poll(30, TimeUnit.SECONDS)).isEqualTo(SHOP);
  }

  private String awaitAsked() throws InterruptedException {
    return String.valueOf(answering.asked.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void theCanaryIsWokenWhenTheAnswerIsThere() throws Exception {
    assertThat(answered()).isEqualTo(Answers.NONE);
    ask(hooks(HookType.ROLLOUT));
    assertThat(answered()).isEqualTo(Answers.NONE);
    answering.mayAnswer.countDown();
    awaitWoken();
    assertThat(answered()).isEqualTo(Answers.NONE.with(HookType.ROLLOUT, YES));
  }

  @Test
  void answersAddUpWhileTheProgressIsTheSame() throws Exception {
    answering.mayAnswer.countDown();
    ask(hooks(HookType.ROLLOUT));
    awaitWoken();
    ask(METRICS);
    awaitWoken();
    assertThat(answered()).isEqualTo(Answers.NONE.with(HookType.ROLLOUT, YES).with(RESULTS));
  }

  @Test
  void whatIsUnderWayIsNotAskedTwice() throws Exception {
    ask(hooks(HookType.ROLLOUT));
    ask(hooks(HookType.ROLLOUT));
    assertThat(awaitAsked()).isEqualTo("rollout");
    answering.mayAnswer.countDown();
    awaitWoken();
    assertThat(answering.asked).isEmpty();
  }

  @Test
  void whatWasAskedAtAnotherProgressIsBrokenOffAndForgotten() throws Exception {
    ask(hooks(HookType.ROLLOUT));
    awaitAsked();
    var later = Progress.none(Instant.EPOCH.plusSeconds(1));
    assertThat(inquiries.answered(shop(), later)).isEqualTo(Answers.NONE);
    assertThat(answering.interrupted.poll(30, TimeUnit.SECONDS)).isEqualTo("rollout");
    assertThat(answered()).isEqualTo(Answers.NONE);
    assertThat(woken).isEmpty();
  }

  @Test
  void whatWasAskedOfAnotherSpecOrAnotherCanaryOfThatNameIsForgotten() throws Exception {
    answering.mayAnswer.countDown();
    ask(hooks(HookType.ROLLOUT));
    awaitWoken();
    var edited = shop();
    edited.getMetadata().setGeneration(2L);
    assertThat(inquiries.answered(edited, PROGRESS)).isEqualTo(Answers.NONE);
    ask(hooks(HookType.ROLLOUT));
    awaitWoken();
    var recreated = shop();
    recreated.getMetadata().setUid("u2");
    assertThat(inquiries.answered(recreated, PROGRESS)).isEqualTo(Answers.NONE);
  }

  @Test
  void anotherQuestionTakesThePlaceOfOneThatIsUnderWay() throws Exception {
    ask(hooks(HookType.ROLLOUT));
    awaitAsked();
    ask(hooks(HookType.ROLLBACK));
    assertThat(answering.interrupted.poll(30, TimeUnit.SECONDS)).isEqualTo("rollout");
    answering.mayAnswer.countDown();
    awaitWoken();
    assertThat(answered()).isEqualTo(Answers.NONE.with(HookType.ROLLBACK, YES));
  }

  @Test
  void aQuestionThatTakesLongIsTold() {
    var first = ask(hooks(HookType.ROLLOUT));
    assertThat(first.reason()).isEqualTo(PROGRESS.reason());
    clock.pass(Duration.ofSeconds(9));
    assertThat(ask(hooks(HookType.ROLLOUT)).until()).isEqualTo(first.until());
    clock.pass(Duration.ofSeconds(1));
    var later = ask(hooks(HookType.ROLLOUT));
    assertThat(later.reason()).isEqualTo("Asking the rollout hooks");
    assertThat(later.until()).isEmpty();
  }

  @Test
  void whatWasMeasuredBeforeAHookThatTookItsTimeIsMeasuredAgain() throws Exception {
    ask(METRICS);
    awaitWoken();
    ask(hooks(HookType.CONFIRM_PROMOTION));
    clock.pass(Duration.ofSeconds(31));
    answering.mayAnswer.countDown();
    awaitWoken();
    assertThat(answered()).isEqualTo(Answers.NONE.with(HookType.CONFIRM_PROMOTION, YES));
  }

  @Test
  void aFailureIsThrownOnceWhereTheAnswerWasWantedAndThenItIsAskedAgain() throws Exception {
    var failing =
        new Respondents() {
          @Override
          public List<CheckResult> measure(List<Check> checks) {
            throw new IllegalStateException("out of order");
          }

          @Override
          public List<HookReply> ask(HookType type, Phase phase) {
            return List.of();
          }

          @Override
          public Duration fresh() {
            return Duration.ZERO;
          }

          @Override
          public void measured(List<CheckResult> results) {}
        };
    inquiries.ask(shop(), PROGRESS, METRICS, failing);
    awaitWoken();
    assertThatThrownBy(this::answered).hasMessage("out of order");
    assertThat(answered()).isEqualTo(Answers.NONE);
    ask(METRICS);
    awaitWoken();
    assertThat(answered().checks()).isPresent();
  }

  @Test
  void aThousandHooksThatHangHoldNobodyUp() throws Exception {
    for (int i = 0; i < 1000; i++) {
      inquiries.ask(shop("hangs-" + i), PROGRESS, hooks(HookType.ROLLOUT), answering);
    }
    for (int i = 0; i < 1000; i++) {
      awaitAsked();
    }
    ask(METRICS);
    awaitWoken();
    assertThat(answered().checks()).isPresent();
    inquiries.close();
    for (int i = 0; i < 1000; i++) {
      assertThat(answering.interrupted.poll(30, TimeUnit.SECONDS)).isEqualTo("rollout");
    }
  }

  @Test
  void aCanaryThatIsGoneIsNotAskedAbout() throws Exception {
    ask(hooks(HookType.ROLLOUT));
    awaitAsked();
    inquiries.forget(SHOP);
    assertThat(answering.interrupted.poll(30, TimeUnit.SECONDS)).isEqualTo("rollout");
    assertThat(woken).isEmpty();
  }
}
