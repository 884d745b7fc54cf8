package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Check;
import io.burgee.core.CheckResult;
import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Phase;
import io.burgee.operator.hooks.HookAnswers;
import java.time.Duration;
import java.util.List;

/** Who knows what a decision about one Canary needs to know. */
interface Respondents {
  /** Blocks until all have answered, or an interrupt ends it. */
  List<CheckResult> measure(List<Check> checks) throws InterruptedException;

  /** Blocks until the question is settled, or an interrupt ends it. */
  List<HookReply> ask(HookType type, Phase phase) throws InterruptedException;

  /** How long results may be relied on. */
  Duration fresh();

  /** Told of results that count. */
  void measured(List<CheckResult> results);

  /** Where those of any Canary are found. */
  record Registry(Analyst analyst, HookAnswers hooks, Series series) {
    Respondents of(Canary canary, Release release) {
      return new Respondents() {
        @Override
        public List<CheckResult> measure(List<Check> checks) throws InterruptedException {
          return analyst.answers(release, checks);
        }

        @Override
        public List<HookReply> ask(HookType type, Phase phase) throws InterruptedException {
          return hooks.ask(canary, type, phase);
        }

        @Override
        public Duration fresh() {
          return release.plan().interval();
        }

        @Override
        public void measured(List<CheckResult> results) {
          series.checked(release, results);
        }
      };
    }
  }
}
