package io.burgee.core.model;

import io.burgee.core.Answers;
import io.burgee.core.Check;
import io.burgee.core.CheckResult;
import io.burgee.core.HookReply;
import io.burgee.core.HookType;
import io.burgee.core.Inquiry;
import io.burgee.core.Plan;
import io.burgee.core.Reply;
import io.burgee.core.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All that can come back when something is asked. */
final class Questions {
  static final Verdict PASSING = new Verdict.Passing();
  static final Verdict FAILING = new Verdict.Failing("bad");
  static final Verdict UNKNOWN = new Verdict.Unknown("no answer");
  static final Reply YES = new Reply.Yes();
  static final Reply NO = new Reply.No("denied");
  static final Reply SILENT = new Reply.Silent("timeout");

  private Questions() {}

  /** What may come back. */
  interface Answering {
    List<Outcome> to(Inquiry inquiry, Plan plan, Answers before);
  }

  /** Answers with what was asked and how it came out. */
  record Outcome(Answers answers, Supplier<String> words) {}

  /** Everything that is possible. */
  static List<Outcome> any(Inquiry inquiry, Plan plan, Answers before) {
    return switch (inquiry) {
      case Inquiry.Metrics(var checks) -> {
        var all = new ArrayList<Outcome>();
        combine(checks, new ArrayList<>(), all, before);
        yield all;
      }
      case Inquiry.Hooks hooks ->
          List.of(
              hooked(hooks, plan, before, YES),
              hooked(hooks, plan, before, NO),
              hooked(hooks, plan, before, SILENT));
    };
  }

  /** Always the same: of every check, of hooks that judge or approve, of rollback hooks. */
  static Answering always(Verdict verdict, Reply reply, Reply rollback) {
    return (inquiry, plan, before) ->
        List.of(
            switch (inquiry) {
              case Inquiry.Metrics(var checks) ->
                  outcome(checks, Collections.nCopies(checks.size(), verdict), before);
              case Inquiry.Hooks hooks ->
                  hooked(hooks, plan, before, hooks.type() == HookType.ROLLBACK ? rollback : reply);
            });
  }

  private static void combine(
      List<Check> checks, List<Verdict> chosen, List<Outcome> all, Answers before) {
    if (chosen.size() == checks.size()) {
      all.add(outcome(checks, List.copyOf(chosen), before));
      return;
    }
    for (var verdict : List.of(PASSING, FAILING, UNKNOWN)) {
      chosen.add(verdict);
      combine(checks, chosen, all, before);
      chosen.removeLast();
    }
  }

  private static Outcome outcome(List<Check> checks, List<Verdict> verdicts, Answers before) {
    var results = new ArrayList<CheckResult>();
    for (int i = 0; i < checks.size(); i++) {
      var check = checks.get(i);
      results.add(
          new CheckResult(
              check.name(),
              verdicts.get(i),
              OptionalDouble.empty(),
              check.bounds(),
              OptionalLong.empty(),
              Duration.ZERO,
              ""));
    }
    return new Outcome(before.with(results), () -> words(results));
  }

  private static Outcome hooked(Inquiry.Hooks asked, Plan plan, Answers before, Reply reply) {
    var replies =
        plan.hooks().stream()
            .filter(hook -> hook.type() == asked.type())
            .map(hook -> new HookReply(hook.name(), reply))
            .toList();
    return new Outcome(
        before.with(asked.type(), replies),
        () -> "the " + asked.type().text() + " hook says " + words(reply));
  }

  private static String words(List<CheckResult> results) {
    return results.stream()
        .map(r -> r.name() + " " + words(r.verdict()))
        .collect(Collectors.joining(", ", "the metrics say: ", ""));
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passing() -> "passes";
      case Verdict.Failing _ -> "fails";
      case Verdict.Unknown _ -> "has no answer";
    };
  }

  private static String words(Reply reply) {
    return switch (reply) {
      case Reply.Yes() -> "yes";
      case Reply.No _ -> "no";
      case Reply.Silent _ -> "nothing";
    };
  }
}
