package io.burgee.metrics;

import io.burgee.core.CheckResult;
import io.burgee.core.Verdict;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Compares what was read with what is allowed, in the words of the reference's events. */
public final class Judge {
  private Judge() {}

  /** Only a number can pass or fail. */
  public static CheckResult judge(Question question, Reading reading) {
    return switch (reading) {
      case Reading.Value(var raw, var samples) -> {
        var value = question.measure().rounded(raw);
        yield result(question, verdict(question, value), OptionalDouble.of(value), samples);
      }
      case Reading.NoData(var why) -> unknown(question, noValues(question, why));
      case Reading.Unreachable(var why) -> unknown(question, queryFailed(question, why));
    };
  }

  private static Verdict verdict(Question question, double value) {
    var bounds = question.check().bounds();
    if (bounds.isBelow(value)) {
      return failing(question, value, "<", bounds.min().orElseThrow());
    }
    if (bounds.isAbove(value)) {
      return failing(question, value, ">", bounds.max().orElseThrow());
    }
    return new Verdict.Passing();
  }

  private static Verdict failing(Question question, double value, String sign, double bound) {
    var breach = question.measure().breach(question.check().name(), value, sign, bound);
    return new Verdict.Failing("Halt " + question.canary() + " advancement " + breach);
  }

  private static String noValues(Question question, String why) {
    var metric = question.check().name();
    return "Halt advancement no values found for "
        + switch (question.origin()) {
          case Question.Origin.BuiltIn(var provider) ->
              "%s metric %s probably %s is not receiving traffic: %s"
                  .formatted(provider, metric, question.target(), why);
          case Question.Origin.Inline() -> "metric: %s: %s".formatted(metric, why);
          case Question.Origin.Template() -> "custom metric: %s: %s".formatted(metric, why);
        };
  }

  private static String queryFailed(Question question, String why) {
    var asked =
        switch (question.origin()) {
          case Question.Origin.BuiltIn(_), Question.Origin.Inline() -> "Prometheus";
          case Question.Origin.Template() -> "Metric";
        };
    return "%s query failed for %s: %s".formatted(asked, question.check().name(), why);
  }

  private static CheckResult unknown(Question question, String why) {
    return result(question, new Verdict.Unknown(why), OptionalDouble.empty(), OptionalLong.empty());
  }

  private static CheckResult result(
      Question question, Verdict verdict, OptionalDouble value, OptionalLong samples) {
    var check = question.check();
    return new CheckResult(
        check.name(),
        verdict,
        value,
        check.bounds(),
        samples,
        check.window(),
        question.query().text());
  }
}
