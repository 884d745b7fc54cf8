package io.burgee.operator.canary;

import io.burgee.api.BurgeeCheck;
import io.burgee.api.BurgeeStatus;
import io.burgee.api.BurgeeVerb;
import io.burgee.core.Bounds;
import io.burgee.core.CheckResult;
import io.burgee.core.HookType;
import io.burgee.core.Outcome;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import io.burgee.core.Stage;
import io.burgee.core.Traffic;
import io.burgee.core.Verb;
import io.burgee.core.Verdict;
import io.burgee.core.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between {@code status.burgee} and the policy's {@link Progress}. */
final class ProgressCodec {
  private ProgressCodec() {}

  /**
   * Reads what was recorded.
   *
   * @throws IllegalArgumentException if it was not written by this program
   */
  static Progress read(@Nullable BurgeeStatus status, Instant now) {
    if (status == null || status.getStage() == null) {
      return Progress.none(now);
    }
    return new Progress(
        constant(Stage.class, status.getStage()),
        status.getOutcome() == null
            ? Outcome.INITIALIZED
            : constant(Outcome.class, status.getOutcome()),
        new Progress.Revisions(
            revision(status.getPromoted()),
            revision(status.getCandidate()),
            revision(status.getSeen())),
        new Traffic(
            new Weight(orZero(status.getWeight())),
            Objects.equals(status.getMirrored(), true),
            Objects.equals(status.getMatched(), true)),
        orZero(status.getStep()),
        new Progress.Tally(
            orZero(status.getFailedChecks()),
            orZero(status.getUnknownChecks()),
            orZero(status.getDrifts())),
        new Progress.Times(
            Objects.requireNonNullElse(status.getSince(), now),
            Optional.ofNullable(status.getSettledAt()),
            Optional.ofNullable(status.getNextCheckAt()),
            Optional.ofNullable(status.getDeadline()),
            Optional.ofNullable(status.getFrozenAt())),
        new Progress.Holds(
            Optional.ofNullable(status.getGate()).map(ProgressCodec::gate),
            Optional.ofNullable(status.getPause())),
        heard(status),
        orZero(status.getRun()),
        Objects.requireNonNullElse(status.getReason(), ""),
        Objects.requireNonNullElse(status.getChecks(), List.<BurgeeCheck>of()).stream()
            .map(ProgressCodec::result)
            .toList());
  }

  /** Writes into {@code status}, which keeps its outbox and its runs. */
  static void write(Progress progress, BurgeeStatus status, Instant now) {
    status.setStage(text(progress.stage()));
    status.setOutcome(text(progress.outcome()));
    status.setReason(progress.reason());
    status.setPromoted(progress.revisions().promoted().map(Revision::id).orElse(null));
    status.setCandidate(progress.revisions().candidate().map(Revision::id).orElse(null));
    status.setSeen(progress.revisions().seen().map(Revision::id).orElse(null));
    status.setWeight(progress.traffic().canary().percent());
    status.setMirrored(progress.traffic().mirrored() ? true : null);
    status.setMatched(progress.traffic().matched() ? true : null);
    status.setStep(progress.step());
    status.setFailedChecks(progress.tally().failed());
    status.setUnknownChecks(progress.tally().unknown());
    status.setDrifts(progress.tally().drifts());
    status.setRun(Math.toIntExact(progress.run()));
    status.setSince(progress.times().since());
    status.setSettledAt(progress.times().settled().orElse(null));
    status.setNextCheckAt(progress.times().nextCheck().orElse(null));
    status.setDeadline(progress.times().deadline().orElse(null));
    status.setFrozenAt(progress.times().frozen().orElse(null));
    status.setGate(progress.holds().gate().map(HookType::text).orElse(null));
    status.setPause(progress.holds().pause().orElse(null));
    status.setVerbs(verbs(progress, status, now));
    var unchanged = read(status, now).checks().equals(progress.checks());
    if (!unchanged) {
      status.setChecks(progress.checks().stream().map(check -> bean(check, now)).toList());
    }
  }

  private static HookType gate(String text) {
    return HookType.of(text)
        .orElseThrow(
            () -> new IllegalArgumentException("status.burgee holds the unknown gate " + text));
  }

  private static Map<Verb, String> heard(BurgeeStatus status) {
    var heard = new EnumMap<Verb, String>(Verb.class);
    Objects.requireNonNullElse(status.getVerbs(), Map.<String, BurgeeVerb>of())
        .forEach(
            (name, verb) -> heard.put(verb(name), Objects.requireNonNullElse(verb.getValue(), "")));
    return heard;
  }

  private static Verb verb(String text) {
    return Stream.of(Verb.values())
        .filter(verb -> verb.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("status.burgee holds the unknown verb " + text));
  }

  /** What became of a verb stays beside it as long as it does. */
  private static @Nullable Map<String, BurgeeVerb> verbs(
      Progress progress, BurgeeStatus status, Instant now) {
    var before = Objects.requireNonNullElse(status.getVerbs(), Map.<String, BurgeeVerb>of());
    var verbs = new TreeMap<String, BurgeeVerb>();
    progress
        .heard()
        .forEach(
            (verb, value) -> {
              var old = before.get(verb.text());
              verbs.put(
                  verb.text(),
                  old != null && value.equals(old.getValue()) ? old : bean(value, now));
            });
    return verbs.isEmpty() ? null : verbs;
  }

  private static BurgeeVerb bean(String value, Instant now) {
    var verb = new BurgeeVerb();
    verb.setValue(value);
    verb.setAt(now);
    return verb;
  }

  private static CheckResult result(BurgeeCheck check) {
    return new CheckResult(
        Objects.requireNonNullElse(check.getName(), ""),
        verdict(check),
        optional(check.getValue()),
        new Bounds(optional(check.getMin()), optional(check.getMax())),
        check.getSamples() == null ? OptionalLong.empty() : OptionalLong.of(check.getSamples()),
        check.getWindow() == null ? Duration.ZERO : Duration.parse(check.getWindow()),
        Objects.requireNonNullElse(check.getQuery(), ""));
  }

  private static Verdict verdict(BurgeeCheck check) {
    var why = Objects.requireNonNullElse(check.getWhy(), "");
    return switch (Objects.requireNonNullElse(check.getVerdict(), "")) {
      case "Passing" -> new Verdict.Passing();
      case "Failing" -> new Verdict.Failing(why);
      default -> new Verdict.Unknown(why);
    };
  }

  private static BurgeeCheck bean(CheckResult result, Instant now) {
    var check = new BurgeeCheck();
    check.setName(result.name());
    switch (result.verdict()) {
      case Verdict.Passing() -> check.setVerdict("Passing");
      case Verdict.Failing(var why) -> {
        check.setVerdict("Failing");
        check.setWhy(why);
      }
      case Verdict.Unknown(var why) -> {
        check.setVerdict("Unknown");
        check.setWhy(why);
      }
    }
    result.value().ifPresent(check::setValue);
    result.bounds().min().ifPresent(check::setMin);
    result.bounds().max().ifPresent(check::setMax);
    result.samples().ifPresent(n -> check.setSamples((int) Math.min(n, Integer.MAX_VALUE)));
    check.setWindow(result.window().toString());
    check.setQuery(result.query());
    check.setAt(now);
    return check;
  }

  private static Optional<Revision> revision(@Nullable String id) {
    return Optional.ofNullable(id).map(Revision::new);
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static int orZero(@Nullable Integer value) {
    return Objects.requireNonNullElse(value, 0);
  }

  /** {@code SHIFTING_BACK} as {@code ShiftingBack}. */
  static String text(Enum<?> constant) {
    var text = new StringBuilder();
    for (var word : constant.name().split("_", -1)) {
      text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (var constant : type.getEnumConstants()) {
      if (text(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "status.burgee holds the unknown " + type.getSimpleName() + " " + text);
  }
}
