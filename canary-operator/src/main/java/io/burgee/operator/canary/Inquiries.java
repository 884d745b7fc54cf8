package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Answers;
import io.burgee.core.Check;
import io.burgee.core.CheckResult;
import io.burgee.core.Decision;
import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Inquiry;
import io.burgee.core.Progress;
import io.burgee.kube.NamespacedName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the questions of decisions beside the reconciles, which don't wait for the answers: a Canary
 * whose hook takes ten minutes is repaired, rolled back and deleted meanwhile like any other. When
 * an answer is there its Canary is woken, and decided again with it.
 *
 * <p>Answers are kept in memory as long as the Canary is at the progress that they were asked at; a
 * process that dies has its successor ask again.
 */
final class Inquiries implements AutoCloseable {
  /** A question that takes longer is told to whoever reads the status. */
  private static final Duration UNREMARKABLE = Duration.ofSeconds(10);

  /** How many Canaries have their metrics read at once. */
  private static final int MEASURED_AT_ONCE = 32;

  private final Consumer<NamespacedName> wake;
  private final Clock clock;
  private final Semaphore measuring = new Semaphore(MEASURED_AT_ONCE);
  private final Map<NamespacedName, Round> rounds = new HashMap<>();
  private boolean closed;

  /**
   * What a set of answers belongs to.
   *
   * @param generation of the spec: whom to ask may have changed with it
   */
  private record Occasion(String uid, long generation, Progress progress) {
    static Occasion of(Canary canary, Progress progress) {
      var metadata = canary.getMetadata();
      return new Occasion(
          Objects.requireNonNullElse(metadata.getUid(), ""),
          Objects.requireNonNullElse(metadata.getGeneration(), 0L),
          progress);
    }
  }

  /** All that is asked at one occasion; guarded by the lock on the rounds. */
  private static final class Round {
    final Occasion occasion;
    Answers answers = Answers.NONE;
    Instant measuredAt = Instant.MIN;
    @Nullable Question open;
    @Nullable RuntimeException failure;

    Round(Occasion occasion) {
      this.occasion = occasion;
    }
  }

  /** One that is not answered yet. */
  private record Question(Inquiry inquiry, Instant since, Thread thread) {}

  /**
   * Asks nobody yet.
   *
   * @param wake called when there is an answer
   */
  Inquiries(Consumer<NamespacedName> wake, Clock clock) {
    this.wake = wake;
    this.clock = clock;
  }

  /** What was answered at this progress. What is asked at another one is asked in vain. */
  Answers answered(Canary canary, Progress progress) {
    var occasion = Occasion.of(canary, progress);
    synchronized (rounds) {
      var round = rounds.get(NamespacedName.of(canary));
      if (round == null) {
        return Answers.NONE;
      }
      if (!round.occasion.equals(occasion)) {
        end(NamespacedName.of(canary));
        return Answers.NONE;
      }
      if (round.failure != null) {
        end(NamespacedName.of(canary));
        throw round.failure;
      }
      return round.answers;
    }
  }

  /** Asks, unless that is under way, and says what to do meanwhile. */
  Decision.Wait ask(Canary canary, Progress progress, Decision.Ask ask, Respondents respondents) {
    var key = NamespacedName.of(canary);
    var now = clock.instant();
    synchronized (rounds) {
      var round = rounds.computeIfAbsent(key, name -> new Round(Occasion.of(canary, progress)));
      var open = round.open;
      if (open == null || !open.inquiry().equals(ask.inquiry())) {
        interrupt(open);
        open = open(new Call(key, round, respondents, ask.inquiry()), now);
      }
      var remarkable = open.since().plus(UNREMARKABLE);
      return now.isBefore(remarkable)
          ? new Decision.Wait(progress.reason(), Optional.of(remarkable))
          : new Decision.Wait(ask.reason(), Optional.empty());
    }
  }

  void forget(NamespacedName canary) {
    synchronized (rounds) {
      end(canary);
    }
  }

  /** Nobody is asked any more, and nobody is waited for. */
  @Override
  public void close() {
    synchronized (rounds) {
      closed = true;
      rounds.values().forEach(round -> interrupt(round.open));
      rounds.clear();
    }
  }

  private Question open(Call call, Instant now) {
    var thread = Thread.ofVirtual().name("ask " + call.key()).unstarted(() -> answer(call));
    var question = new Question(call.inquiry(), now, thread);
    call.round().open = question;
    if (!closed) {
      thread.start();
    }
    return question;
  }

  /** One question with all that is needed to put it. */
  private record Call(NamespacedName key, Round round, Respondents respondents, Inquiry inquiry) {}

  private void answer(Call call) {
    try {
      switch (call.inquiry()) {
        case Inquiry.Metrics(var checks) -> {
          var results = measure(call.respondents(), checks);
          settle(call, round -> measured(call, round, results));
        }
        case Inquiry.Hooks(var type, var phase) -> {
          var replies = call.respondents().ask(type, phase);
          settle(call, round -> replied(call, round, type, replies));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody wants the answer any more
    } catch (RuntimeException e) {
      settle(call, round -> round.failure = e);
    }
  }

  private List<CheckResult> measure(Respondents respondents, List<Check> checks)
      throws InterruptedException {
    measuring.acquire();
    try {
      return respondents.measure(checks);
    } finally {
      measuring.release();
    }
  }

  private void measured(Call call, Round round, List<CheckResult> results) {
    round.answers = round.answers.with(results);
    round.measuredAt = clock.instant();
    call.respondents().measured(results);
  }

  /** What was measured before a hook that took its time has to be measured again. */
  private void replied(Call call, Round round, HookType type, List<HookReply> replies) {
    var old = round.measuredAt.isBefore(clock.instant().minus(call.respondents().fresh()));
    var kept = old ? new Answers(Optional.empty(), round.answers.hooks()) : round.answers;
    round.answers = kept.with(type, replies);
  }

  private void settle(Call call, Consumer<Round> change) {
    synchronized (rounds) {
      var open = call.round().open;
      if (rounds.get(call.key()) != call.round()
          || open == null
          || open.thread() != Thread.currentThread()) {
        return;
      }
      change.accept(call.round());
      call.round().open = null;
    }
    wake.accept(call.key());
  }

  private void end(NamespacedName key) {
    var round = rounds.remove(key);
    if (round != null) {
      interrupt(round.open);
    }
  }

  private static void interrupt(@Nullable Question open) {
    if (open != null) {
      open.thread().interrupt();
    }
  }
}
