package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Decision;
import io.burgee.core.Policy;
import io.burgee.core.Progress;
import io.burgee.kube.NamespacedName;
import java.time.Clock;

/** Observes and decides. What a decision asks is asked beside, and decided again when answered. */
final class Deliberation {
  private final Observer observer;
  private final Inquiries inquiries;
  private final Respondents.Registry respondents;
  private final Clock clock;

  Deliberation(
      Observer observer, Inquiries inquiries, Respondents.Registry respondents, Clock clock) {
    this.observer = observer;
    this.inquiries = inquiries;
    this.respondents = respondents;
    this.clock = clock;
  }

  /** A decision that asks nothing more, with what it was made on. */
  record Decided(Decision decision, Observation seen) {}

  /** On what is seen now, and what was answered so far. */
  Decided decide(Canary canary, Release release, Progress progress) {
    var seen = observer.observe(canary, release, progress);
    var facts = seen.facts().with(inquiries.answered(canary, progress));
    var decision = Policy.decide(release.plan(), progress, facts, clock.instant());
    return decision instanceof Decision.Ask ask
        ? new Decided(inquiries.ask(canary, progress, ask, respondents.of(canary, release)), seen)
        : new Decided(decision, seen);
  }

  /** For a Canary that is gone. */
  void forget(NamespacedName canary) {
    inquiries.forget(canary);
  }
}
