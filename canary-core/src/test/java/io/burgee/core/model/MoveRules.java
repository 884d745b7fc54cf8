package io.burgee.core.model;

import static io.burgee.core.model.Breach.Invariant.I3;
import static io.burgee.core.model.Breach.Invariant.I4;
import static io.burgee.core.model.Breach.Invariant.I5;
import static io.burgee.core.model.Breach.Invariant.I6;
import static io.burgee.core.model.Breach.Invariant.I7;
import static io.burgee.core.model.Breach.Invariant.I8;

import io.burgee.core.Facts;
import io.burgee.core.HookType;
import io.burgee.core.Notice;
import io.burgee.core.Outcome;
import io.burgee.core.Plan;
import io.burgee.core.Progress;
import io.burgee.core.Reply;
import io.burgee.core.Revision;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import io.burgee.core.Verb;
import io.burgee.core.Verdict;
import io.burgee.core.Weight;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What must hold of every intent that is recorded. Written from the design, not from the policy.
 */
final class MoveRules {
  private MoveRules() {}

  /** What is recorded, and what it was decided on. */
  record Move(
      Plan plan, Spec spec, Progress before, Facts facts, Progress next, List<Notice> notices) {

    boolean enters(Stage stage) {
      return next.stage() == stage && before.stage() != stage;
    }

    boolean hears(Verb verb) {
      return next.heard().containsKey(verb)
          && !Optional.ofNullable(before.heard().get(verb))
              .equals(Optional.ofNullable(next.heard().get(verb)));
    }

    boolean begins() {
      return next.run() > before.run();
    }

    private boolean replied(HookType type, Predicate<Reply> reply) {
      return facts.answers().hooks().getOrDefault(type, List.of()).stream()
          .anyMatch(given -> reply.test(given.reply()));
    }

    private boolean measured(Predicate<Verdict> verdict) {
      return facts.answers().checks().orElse(List.of()).stream()
          .anyMatch(result -> verdict.test(result.verdict()));
    }

    boolean fails() {
      return measured(v -> v instanceof Verdict.Failing)
          || replied(HookType.ROLLOUT, r -> r instanceof Reply.No)
          || replied(HookType.PRE_ROLLOUT, r -> r instanceof Reply.No);
    }

    boolean isUnanswered() {
      return measured(v -> v instanceof Verdict.Unknown)
          || replied(HookType.ROLLOUT, r -> r instanceof Reply.Silent)
          || replied(HookType.PRE_ROLLOUT, r -> r instanceof Reply.Silent);
    }

    /** Every check of the plan passed, and every hook that judges or approves said yes. */
    boolean passes(HookType... gates) {
      var passed =
          facts.answers().checks().orElse(List.of()).stream()
              .filter(result -> result.verdict() instanceof Verdict.Passing)
              .map(result -> result.name())
              .toList();
      return plan.checks().stream().allMatch(check -> passed.contains(check.name()))
          && saidYes(HookType.ROLLOUT)
          && List.of(gates).stream().allMatch(this::saidYes);
    }

    boolean saidYes(HookType type) {
      var asked = plan.hooks().stream().filter(hook -> hook.type() == type).count();
      var said = facts.answers().hooks().getOrDefault(type, List.of());
      return said.size() == asked && said.stream().allMatch(r -> r.reply() instanceof Reply.Yes);
    }
  }

  private static final List<BiFunction<Move, History, Optional<Breach>>> ALL =
      List.of(
          MoveRules::promotedIsWhatWasReleased,
          MoveRules::promotedIsWhatWasAnalysed,
          MoveRules::promotionNeedsPasses,
          MoveRules::stepsNeedPasses,
          MoveRules::verdictsCountOnce,
          MoveRules::limitsEndTheRun,
          MoveRules::runsHaveReasons,
          MoveRules::suspendedMeansNothingMoves,
          MoveRules::failedPromotionsAreRescued,
          MoveRules::whatIsGivenBackWasSeen,
          MoveRules::endsAreTold);

  static Optional<Breach> check(Move move, History history) {
    for (var rule : ALL) {
      var breach = rule.apply(move, history);
      if (breach.isPresent()) {
        return breach;
      }
    }
    return Optional.empty();
  }

  private static Optional<Breach> breach(boolean holds, Breach.Invariant invariant, String why) {
    return holds ? Optional.empty() : Optional.of(new Breach(invariant, why));
  }

  private static Optional<Breach> promotedIsWhatWasReleased(Move m, History h) {
    var before = m.before().revisions();
    var next = m.next().revisions();
    var initial = m.before().stage().compareTo(Stage.ROUTING) <= 0;
    var released =
        m.before().stage() == Stage.FINALISING && next.promoted().equals(before.candidate());
    return breach(
        next.promoted().equals(before.promoted()) || initial || released,
        I3,
        "what counts as promoted changes without a promotion");
  }

  private static Optional<Breach> promotedIsWhatWasAnalysed(Move m, History h) {
    var candidate = m.next().revisions().candidate();
    if (m.next().stage().promotes() && !candidate.equals(m.before().revisions().candidate())) {
      return breach(false, I3, "another candidate is promoted than the one that was analysed");
    }
    var moved =
        m.facts().target() instanceof Facts.Target.At(var revision)
            && !candidate.equals(Optional.of(revision));
    return breach(
        !m.enters(Stage.PROMOTING) || !moved,
        I3,
        "the target was edited before the promotion, which must restart the run");
  }

  private static Optional<Breach> promotionNeedsPasses(Move m, History h) {
    var allowed =
        m.plan().skipAnalysis() || m.hears(Verb.PROMOTE) || m.passes(HookType.CONFIRM_PROMOTION);
    return breach(
        !m.enters(Stage.PROMOTING) || allowed,
        I4,
        "the promotion begins although not every check passed and nobody asked for it");
  }

  private static Optional<Breach> stepsNeedPasses(Move m, History h) {
    var stays = m.before().stage() == Stage.ANALYSING && m.next().stage() == Stage.ANALYSING;
    if (stays && isMore(m.before().traffic(), m.next().traffic())) {
      return breach(m.passes(), I4, "the canary gets more although not every check passed");
    }
    var first = m.before().stage() == Stage.STARTING && m.next().stage() == Stage.ANALYSING;
    return breach(
        !first || !m.replied(HookType.PRE_ROLLOUT, r -> !(r instanceof Reply.Yes)),
        I4,
        "the analysis begins although the pre-rollout hook did not say yes");
  }

  private static boolean isMore(Traffic before, Traffic next) {
    return next.canary().compareTo(before.canary()) > 0
        || (next.matched() && !before.matched())
        || (next.mirrored() && !before.mirrored());
  }

  private static Optional<Breach> verdictsCountOnce(Move m, History h) {
    if (m.begins()) {
      return breach(
          m.next().tally().equals(Progress.Tally.ZERO), I4, "a run begins with old failures");
    }
    var failed = m.next().tally().failed() - m.before().tally().failed();
    var unknown = m.next().tally().unknown() - m.before().tally().unknown();
    return breach(failed <= (m.fails() ? 1 : 0), I4, "a failed check is counted that did not fail")
        .or(() -> breach(unknown <= (m.isUnanswered() ? 1 : 0), I4, "an unknown counts twice"));
  }

  private static Optional<Breach> limitsEndTheRun(Move m, History h) {
    var limit = m.plan().threshold();
    var goesOn =
        m.next().run() == m.before().run()
            && (m.next().stage() == Stage.ANALYSING || m.next().stage() == Stage.STARTING);
    var before = m.before().tally();
    var now = m.next().tally();
    var failed = now.failed() > before.failed() && now.failed() >= limit;
    var unanswered =
        !m.plan().waitOnUnknown() && now.unknown() > before.unknown() && now.unknown() >= limit;
    return breach(
            !goesOn || !failed, I4, "the run goes on although its failed checks reached the limit")
        .or(() -> breach(!goesOn || !unanswered, I4, "the run goes on without answers"));
  }

  private static Optional<Breach> runsHaveReasons(Move m, History h) {
    var asked = m.hears(Verb.RETRY);
    return breach(
        !m.begins() || h.edited() || asked, I5, "a run starts and no user has changed anything");
  }

  private static Optional<Breach> suspendedMeansNothingMoves(Move m, History h) {
    var stays = m.next().stage() == m.before().stage() && !m.begins();
    return breach(
        !m.spec().suspended() || m.spec().deleted() || stays, I5, "a suspended Canary moves");
  }

  private static Optional<Breach> failedPromotionsAreRescued(Move m, History h) {
    var candidate = m.before().revisions().candidate();
    var promoted = m.before().revisions().promoted();
    var primary = m.facts().primary();
    var next = m.next().stage();
    if (m.before().stage().promotes() && (withdraws(next) || next == Stage.STARTING)) {
      return breach(
          !primary.runs().equals(candidate),
          I6,
          "a failed promotion gives up while the primary runs the candidate");
    }
    if (m.enters(Stage.RESCUING)) {
      var sent = m.next().traffic();
      var served = sent.equals(Traffic.of(Weight.ALL)) || sent.equals(m.before().traffic());
      return breach(
          m.next().outcome() == Outcome.FAILED && served,
          I6,
          "a failed promotion is not recorded as failed, with its traffic on the canary");
    }
    var returns = m.before().stage() == Stage.RESCUING && next == Stage.ROLLING_BACK;
    return breach(
        !returns || primary.serves(promoted),
        I6,
        "traffic returns before the promoted revision serves again");
  }

  private static boolean withdraws(Stage stage) {
    return stage == Stage.ROLLING_BACK || stage == Stage.RESTARTING;
  }

  private static Optional<Breach> whatIsGivenBackWasSeen(Move m, History h) {
    var gone = m.facts().target() instanceof Facts.Target.Gone;
    return breach(
        !m.enters(Stage.TERMINATED) || gone || m.facts().routing().reverted(),
        I8,
        "the Canary goes before services and routes are given back");
  }

  private static Optional<Breach> endsAreTold(Move m, History h) {
    var told = remember(h, m).farewells();
    var ends = m.before().stage() == Stage.SCALING_DOWN && m.enters(Stage.AT_REST);
    return breach(!ends || told > 0, I7, "the run ends and nobody is told")
        .or(() -> breach(told <= 1, I7, "the end of the run is told twice"))
        .or(
            () ->
                breach(
                    !m.enters(Stage.TERMINATED) || !m.notices().isEmpty(),
                    I7,
                    "the Canary is given back and nobody is told"));
  }

  /**
   * What the checker keeps in mind after this move.
   *
   * @param target what the target is at by now: an edit that the move does not know of is another
   */
  static History remember(History h, Move m, Optional<Revision> target) {
    var news = target.isPresent() && !target.equals(m.next().revisions().candidate());
    return remember(h, m).edited((h.edited() && !m.begins()) || retried(m) || (m.begins() && news));
  }

  /** Someone asked for the same again, which only begins when its gates have opened. */
  private static boolean retried(Move m) {
    return m.hears(Verb.RETRY) && m.enters(Stage.WAITING);
  }

  private static History remember(History h, Move m) {
    var entered = m.next().stage() != m.before().stage();
    var expired =
        m.before().times().deadline().filter(end -> !end.isAfter(Times.NOW)).isPresent()
            && m.next().times().deadline().isEmpty()
            && !m.notices().isEmpty();
    var prepares = m.next().stage() == Stage.PREPARING;
    var begins = m.begins() || prepares;
    var ends = m.enters(Stage.SCALING_DOWN) || m.enters(Stage.AT_REST);
    var farewells = (begins ? 0 : h.farewells()) + (ends && !m.notices().isEmpty() ? 1 : 0);
    return new History(
        h.edited(),
        expired || (!entered && h.told() && m.next().times().deadline().isEmpty()),
        Math.min(2, farewells),
        h.withdrawn(),
        !begins && (h.rescued() || m.enters(Stage.RESCUING)));
  }
}
