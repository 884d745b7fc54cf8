package io.burgee.core.model;

import io.burgee.core.Aim;
import io.burgee.core.Answers;
import io.burgee.core.Decision;
import io.burgee.core.Facts;
import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Outcome;
import io.burgee.core.Progress;
import io.burgee.core.Reply;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import io.burgee.core.Verdict;
import io.burgee.core.Want;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Mistakes that someone could make: the check has to find each of them. */
final class Defects {
  private static final Rules RULES = Rules.SHIPPED;

  private Defects() {}

  static List<Defect> all() {
    var all = new ArrayList<Defect>();
    all.addAll(ofRoutes());
    all.addAll(ofTemplates());
    all.addAll(ofVerdicts());
    all.addAll(ofRuns());
    all.addAll(ofRescues());
    all.addAll(ofWaits());
    return all;
  }

  private static Defect defect(String name, Breach.Invariant breaks, Rules rules) {
    return new Defect(name, breaks, Setup.all().getFirst(), rules);
  }

  private static List<Defect> ofRoutes() {
    return List.of(
        defect(
            "an unready canary gets traffic",
            Breach.Invariant.I1,
            RULES.with(guarded(f -> Copies.canary(f, Copies.ready(f.canary()))))),
        defect(
            "an unready primary gets traffic back",
            Breach.Invariant.I1,
            RULES.with(guarded(f -> Copies.primary(f, Copies.ready(f.primary()))))),
        defect(
            "what the primary runs does not matter",
            Breach.Invariant.I1,
            RULES.with(
                (Rules.Guarding)
                    (want, progress, facts) ->
                        want instanceof Want.Routes || want instanceof Want.ApexOnPrimary
                            ? Optional.empty()
                            : RULES.guard().holds(want, progress, facts))),
        defect(
            "the target is scaled to zero together with its routes",
            Breach.Invariant.I2,
            RULES.with(also(Stage.ROLLING_BACK, new Want.ScaledToZero())).with(unguardedScale())),
        defect(
            "the target is scaled to zero as soon as it has no traffic",
            Breach.Invariant.I2,
            RULES.with(also(Stage.DRAINING, new Want.ScaledToZero()))),
        defect(
            "there is no drain delay",
            Breach.Invariant.I2,
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        progress.stage() == Stage.DRAINING && progress.times().settled().isPresent()
                            ? RULES.policy().decide(plan, Copies.drained(progress), facts, now)
                            : RULES.policy().decide(plan, progress, facts, now))),
        defect(
            "routes lead to Services that nobody created",
            Breach.Invariant.I8,
            RULES.with(without(Want.SideServices.class))),
        defect(
            "the Service is turned before there is a primary",
            Breach.Invariant.I8,
            RULES
                .with(first(Stage.PREPARING, new Want.ApexOnPrimary()))
                .with(
                    (Rules.Guarding)
                        (want, progress, facts) ->
                            want instanceof Want.ApexOnPrimary
                                ? Optional.empty()
                                : RULES.guard().holds(want, progress, facts))));
  }

  private static List<Defect> ofTemplates() {
    return List.of(
        new Defect(
            "the primary gets the candidate while it is analysed",
            Breach.Invariant.I3,
            Setup.all().getFirst(),
            RULES.with(
                (Rules.Aiming)
                    (plan, progress) -> {
                      var wants = new ArrayList<>(RULES.aim().of(plan, progress).wants());
                      if (progress.stage() == Stage.ANALYSING) {
                        progress
                            .revisions()
                            .candidate()
                            .map(Want.PrimaryRuns::new)
                            .ifPresent(wants::add);
                      }
                      return new Aim(wants);
                    })),
        defect(
            "an edit of the target during the analysis goes unnoticed",
            Breach.Invariant.I3,
            RULES.with(
                deciding(
                    Stage.ANALYSING,
                    (progress, facts) ->
                        Copies.target(facts, progress.revisions().candidate().orElseThrow())))),
        defect(
            "a changed configuration goes unnoticed",
            Breach.Invariant.I3,
            RULES
                .with(deciding(Stage.PROMOTING, (progress, facts) -> Copies.intact(facts)))
                .with(guarded(Copies::intact))));
  }

  private static List<Defect> ofVerdicts() {
    return List.of(
        defect(
            "no answer counts as a pass",
            Breach.Invariant.I4,
            RULES.with(judging(v -> v instanceof Verdict.Unknown ? Questions.PASSING : v))),
        defect(
            "a failed check counts as a pass",
            Breach.Invariant.I4,
            RULES.with(judging(v -> v instanceof Verdict.Failing ? Questions.PASSING : v))),
        defect(
            "no answer counts as a failed check",
            Breach.Invariant.I4,
            RULES.with(judging(v -> v instanceof Verdict.Unknown ? Questions.FAILING : v))),
        new Defect(
            "silence opens the gate of the promotion",
            Breach.Invariant.I4,
            Setup.all().getLast(),
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        RULES
                            .policy()
                            .decide(
                                plan, progress, facts.with(consenting(facts.answers())), now))));
  }

  private static List<Defect> ofRuns() {
    return List.of(
        defect(
            "what failed is tried again by itself",
            Breach.Invariant.I5,
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        RULES
                            .policy()
                            .decide(
                                plan,
                                progress.outcome() == Outcome.FAILED
                                    ? Copies.unseen(progress)
                                    : progress,
                                facts,
                                now))),
        defect(
            "a target that could not be read counts as new afterwards",
            Breach.Invariant.I5,
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        progress.stage() == Stage.AT_REST
                                && facts.target() instanceof Facts.Target.Unreadable
                                && progress.revisions().seen().isPresent()
                            ? new Decision.Move(Copies.unseen(progress), List.of())
                            : RULES.policy().decide(plan, progress, facts, now))),
        defect(
            "a suspended Canary goes on",
            Breach.Invariant.I5,
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        RULES.policy().decide(Copies.awake(plan), progress, facts, now))));
  }

  private static List<Defect> ofRescues() {
    return List.of(
        defect(
            "a failed promotion is rolled back onto the broken primary",
            Breach.Invariant.I6,
            RULES.with(
                moving(
                    next ->
                        next.stage() == Stage.RESCUING
                            ? Copies.staged(next, Stage.ROLLING_BACK, Traffic.NONE)
                            : next))),
        defect(
            "the promoted revision is not restored",
            Breach.Invariant.I6,
            RULES.with(
                (Rules.Aiming)
                    (plan, progress) ->
                        progress.stage() == Stage.RESCUING
                            ? without(Want.PrimaryRuns.class).of(plan, progress)
                            : RULES.aim().of(plan, progress))),
        defect(
            "a rescue that can't end has no way out",
            Breach.Invariant.I6,
            RULES.with(
                deciding(
                    Stage.RESCUING,
                    (progress, facts) ->
                        Copies.target(facts, progress.revisions().candidate().orElseThrow())))));
  }

  private static List<Defect> ofWaits() {
    return List.of(
        defect(
            "a rescue has no deadline",
            Breach.Invariant.I7,
            RULES.with(
                moving(
                    next ->
                        next.stage() == Stage.RESCUING
                            ? Copies.timed(next, Progress.Times.since(Times.NOW))
                            : next))),
        defect(
            "timers wake nobody",
            Breach.Invariant.I7,
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        RULES.policy().decide(plan, progress, facts, now)
                                instanceof Decision.Wait(var reason, _)
                            ? new Decision.Wait(reason, Optional.empty())
                            : RULES.policy().decide(plan, progress, facts, now))),
        defect(
            "a run ends in silence",
            Breach.Invariant.I7,
            RULES.with(
                (Rules.Deciding)
                    (plan, progress, facts, now) ->
                        RULES.policy().decide(plan, progress, facts, now)
                                    instanceof Decision.Move(var next, _)
                                && next.stage() == Stage.AT_REST
                            ? new Decision.Move(next, List.of())
                            : RULES.policy().decide(plan, progress, facts, now))),
        defect(
            "the drain delay starts over whenever it is over",
            Breach.Invariant.LIVENESS,
            RULES.with(
                moving(
                    next ->
                        next.stage() == Stage.SCALING_DOWN
                            ? Copies.timed(
                                Copies.staged(next, Stage.DRAINING, next.traffic()),
                                Progress.Times.since(Times.NOW).settledAt(Times.NOW))
                            : next))));
  }

  // ---- what the mistakes are made of ------------------------------------------------------------

  private static Rules.Guarding guarded(UnaryOperator<Facts> believing) {
    return (want, progress, facts) -> RULES.guard().holds(want, progress, believing.apply(facts));
  }

  private static Rules.Guarding unguardedScale() {
    return (want, progress, facts) ->
        want instanceof Want.ScaledToZero
            ? Optional.empty()
            : RULES.guard().holds(want, progress, facts);
  }

  private static Rules.Aiming also(Stage stage, Want more) {
    return (plan, progress) -> {
      var wants = new ArrayList<>(RULES.aim().of(plan, progress).wants());
      if (progress.stage() == stage) {
        wants.add(more);
      }
      return new Aim(wants);
    };
  }

  private static Rules.Aiming first(Stage stage, Want more) {
    return (plan, progress) -> {
      var wants = new ArrayList<>(RULES.aim().of(plan, progress).wants());
      if (progress.stage() == stage) {
        wants.addFirst(more);
      }
      return new Aim(wants);
    };
  }

  private static Rules.Aiming without(Class<? extends Want> kind) {
    return (plan, progress) ->
        new Aim(
            RULES.aim().of(plan, progress).wants().stream()
                .filter(want -> !kind.isInstance(want))
                .toList());
  }

  /** Facts as someone sees them who overlooks something. */
  private interface Overlooking {
    Facts of(Progress progress, Facts facts);
  }

  private static Rules.Deciding deciding(Stage stage, Overlooking overlooking) {
    return (plan, progress, facts, now) ->
        RULES
            .policy()
            .decide(
                plan,
                progress,
                progress.stage() == stage ? overlooking.of(progress, facts) : facts,
                now);
  }

  private static Rules.Deciding moving(UnaryOperator<Progress> wrong) {
    return (plan, progress, facts, now) ->
        switch (RULES.policy().decide(plan, progress, facts, now)) {
          case Decision.Move(var next, var notices) ->
              next.stage() == progress.stage()
                  ? new Decision.Move(next, notices)
                  : new Decision.Move(wrong.apply(next), notices);
          case Decision.Ask ask -> ask;
          case Decision.Wait wait -> wait;
        };
  }

  private static Rules.Deciding judging(UnaryOperator<Verdict> wrong) {
    return (plan, progress, facts, now) ->
        RULES.policy().decide(plan, progress, Copies.judged(facts, wrong), now);
  }

  private static Answers consenting(Answers given) {
    var hooks = new EnumMap<HookType, List<HookReply>>(HookType.class);
    hooks.putAll(given.hooks());
    hooks.computeIfPresent(
        HookType.CONFIRM_PROMOTION,
        (type, replies) ->
            replies.stream()
                .map(
                    reply ->
                        reply.reply() instanceof Reply.Silent
                            ? new HookReply(reply.hook(), Questions.YES)
                            : reply)
                .toList());
    return new Answers(given.checks(), hooks);
  }
}
