package io.burgee.operator.view;

import io.burgee.api.BurgeeCheck;
import io.burgee.api.BurgeeRun;
import io.burgee.api.BurgeeStatus;
import io.burgee.api.BurgeeVerb;
import io.burgee.api.Canary;
import io.burgee.api.CanaryCondition;
import io.burgee.api.CanaryStatus;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Canary in full: where it is, why, what it waits for and until when, and how it came there.
 */
public final class Explanation {
  private final Canary canary;
  private final CanaryStatus status;
  private final BurgeeStatus burgee;
  private final Instant now;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Canary canary, Instant now) {
    this.canary = canary;
    this.status = Objects.requireNonNullElseGet(canary.getStatus(), CanaryStatus::new);
    this.burgee = Objects.requireNonNullElseGet(status.getBurgee(), BurgeeStatus::new);
    this.now = now;
  }

  /** The lines to print; the events are the Canary's, in any order. */
  public static List<String> of(Canary canary, List<Event> events, Instant now) {
    var explanation = new Explanation(canary, now);
    explanation.head();
    explanation.state();
    explanation.checks();
    explanation.runs();
    explanation.events(events);
    return List.copyOf(explanation.lines);
  }

  /** What a user has to do something about, if anything. */
  static Optional<String> stalled(Canary canary) {
    var status = canary.getStatus();
    var conditions = status == null ? null : status.getConditions();
    return Objects.requireNonNullElse(conditions, List.<CanaryCondition>of()).stream()
        .filter(c -> "Stalled".equals(c.getType()) && "True".equals(c.getStatus()))
        .map(c -> Texts.orNone(c.getMessage()))
        .findFirst();
  }

  private void head() {
    var metadata = canary.getMetadata();
    lines.add(metadata.getNamespace() + "/" + metadata.getName());
    stalled(canary).ifPresent(why -> fact("Stalled", why));
  }

  private void state() {
    if (status.getPhase() == null) {
      fact("Phase", "none: no operator has looked at it yet");
      return;
    }
    var stage = burgee.getStage();
    fact("Phase", status.getPhase() + (stage == null ? "" : " (" + stage + ")"));
    fact("Why", burgee.getReason());
    fact("Waits for", burgee.getWaitingFor());
    held();
    moment("Next check", burgee.getNextCheckAt());
    moment("Deadline", burgee.getDeadline());
    moment("Since", burgee.getSince());
    fact("Weight", percent(status.getCanaryWeight()) + intended() + ", step " + steps());
    fact(
        "Checks",
        tally(burgee.getFailedChecks())
            + " failed, "
            + tally(burgee.getUnknownChecks())
            + " unknown");
    fact("Promoted", burgee.getPromoted());
    fact("Candidate", burgee.getCandidate());
  }

  /** What people keep it from, or told it. */
  private void held() {
    moment("Suspended", burgee.getFrozenAt());
    fact("Gate", burgee.getGate() == null ? null : burgee.getGate() + " hooks have not said yes");
    fact("Paused", burgee.getPause());
    fact("Deferred", burgee.getDeferred());
    Objects.requireNonNullElse(burgee.getVerbs(), Map.<String, BurgeeVerb>of())
        .forEach((name, verb) -> fact("Told to", name + ", " + answer(verb)));
  }

  private static String answer(BurgeeVerb verb) {
    var refused = verb.getRefused();
    return Texts.orNone(verb.getValue()) + (refused == null ? "" : " (refused: " + refused + ")");
  }

  private String intended() {
    var same = Objects.equals(burgee.getWeight(), status.getCanaryWeight());
    var weight =
        same || burgee.getWeight() == null ? "" : ", " + percent(burgee.getWeight()) + " wanted";
    return weight
        + (Objects.equals(burgee.getMirrored(), true) ? ", mirrored" : "")
        + (Objects.equals(burgee.getMatched(), true) ? ", matching requests" : "");
  }

  private int steps() {
    return tally(burgee.getStep());
  }

  private void checks() {
    var checks = Objects.requireNonNullElse(burgee.getChecks(), List.<BurgeeCheck>of());
    if (checks.isEmpty()) {
      return;
    }
    var at = checks.getFirst().getAt();
    section("Last checks" + (at == null ? "" : ", " + Texts.relative(at, now)));
    var table = new Columns("NAME", "VERDICT", "VALUE", "THRESHOLD", "SAMPLES", "WINDOW", "WHY");
    checks.forEach(
        check ->
            table.row(
                Texts.orNone(check.getName()),
                Texts.orNone(check.getVerdict()),
                Texts.number(check.getValue()),
                threshold(check),
                Texts.orNone(check.getSamples()),
                window(check.getWindow()),
                Objects.requireNonNullElse(check.getWhy(), "")));
    indented(table);
  }

  private void runs() {
    var runs = Objects.requireNonNullElse(burgee.getRuns(), List.<BurgeeRun>of());
    if (runs.isEmpty()) {
      return;
    }
    section("Runs");
    var table = new Columns("REVISION", "OUTCOME", "STARTED", "TOOK", "WHY");
    runs.forEach(
        run ->
            table.row(
                Texts.orNone(run.getRevision()),
                run.getEndedAt() == null ? "running" : Texts.orNone(run.getOutcome()),
                Texts.relative(run.getStartedAt(), now),
                took(run),
                Objects.requireNonNullElse(run.getReason(), "")));
    indented(table);
  }

  private void events(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    section("Events");
    var table = new Columns("WHEN", "TYPE", "MESSAGE");
    events.stream()
        .sorted(Comparator.comparing(Explanation::time).thenComparing(Explanation::number))
        .forEach(
            event ->
                table.row(
                    Texts.relative(time(event), now),
                    Texts.orNone(event.getType()),
                    Texts.orNone(event.getMessage())));
    indented(table);
  }

  private void fact(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      lines.add("  " + name + " ".repeat(12 - name.length()) + value);
    }
  }

  private void moment(String name, @Nullable Instant at) {
    if (at != null) {
      fact(name, Texts.moment(at, now));
    }
  }

  private void section(String title) {
    lines.add("");
    lines.add("  " + title);
  }

  private void indented(Columns table) {
    table.lines().forEach(line -> lines.add("    " + line));
  }

  private static String percent(@Nullable Integer weight) {
    return weight == null ? Texts.NONE : weight + "%";
  }

  private static int tally(@Nullable Integer count) {
    return Objects.requireNonNullElse(count, 0);
  }

  private static String threshold(BurgeeCheck check) {
    if (check.getMin() == null) {
      return check.getMax() == null ? Texts.NONE : "<= " + Texts.number(check.getMax());
    }
    var min = Texts.number(check.getMin());
    return check.getMax() == null ? ">= " + min : min + " to " + Texts.number(check.getMax());
  }

  private static String window(@Nullable String window) {
    return window == null ? Texts.NONE : Texts.duration(Duration.parse(window));
  }

  private String took(BurgeeRun run) {
    return run.getStartedAt() == null
        ? Texts.NONE
        : Texts.duration(
            Duration.between(
                run.getStartedAt(), Objects.requireNonNullElse(run.getEndedAt(), now)));
  }

  private static Instant time(Event event) {
    var time = Optional.ofNullable(event.getLastTimestamp()).or(() -> created(event));
    return time.map(Instant::parse).orElse(Instant.EPOCH);
  }

  private static Optional<String> created(Event event) {
    return Optional.ofNullable(event.getMetadata().getCreationTimestamp());
  }

  /** Times are whole seconds; within one, our events' names end in their number. */
  private static long number(Event event) {
    var name = event.getMetadata().getName();
    var end = name.substring(name.lastIndexOf('.') + 1);
    return end.matches("\\d{1,18}") ? Long.parseLong(end) : Long.MAX_VALUE;
  }
}
