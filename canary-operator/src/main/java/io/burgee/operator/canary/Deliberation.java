package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Answers;
import io.burgee.core.Decision;
import io.burgee.core.Inquiry;
import io.burgee.core.Policy;
import io.burgee.core.Progress;
import java.time.Clock;

/** Observes and decides, and gets the answers that the decision asks for, until it is made. */
final class Deliberation {
  private final Observer observer;
  private final Analyst analyst;
  private final Series series;
  private final Clock clock;

  Deliberation(Observer observer, Analyst analyst, Series series, Clock clock) {
    this.observer = observer;
    this.analyst = analyst;
    this.series = series;
    this.clock = clock;
  }

  /** A decision that asks nothing more, with what it was made on. */
  record Decided(Decision decision, Observation seen) {}

  Decided decide(Canary canary, Release release, Progress progress) throws InterruptedException {
    var answers = Answers.NONE;
    while (true) {
      // The answers took their time: what was seen before them is old.
      var seen = observer.observe(canary, release, progress);
      var facts = seen.facts().with(answers);
      var decision = Policy.decide(release.plan(), progress, facts, clock.instant());
      if (!(decision instanceof Decision.Ask ask)) {
        return new Decided(decision, seen);
      }
      answers = answer(release, ask.inquiry(), answers);
    }
  }

  private Answers answer(Release release, Inquiry inquiry, Answers before)
      throws InterruptedException {
    return switch (inquiry) {
      case Inquiry.Metrics(var checks) -> {
        var results = analyst.answers(release, checks);
        series.checked(release, results);
        yield before.with(results);
      }
      case Inquiry.Hooks(var type, var phase) ->
          throw new IllegalStateException(type + " hooks can't be asked in phase " + phase);
    };
  }
}
