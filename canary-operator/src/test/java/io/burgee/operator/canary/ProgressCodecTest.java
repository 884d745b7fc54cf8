package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.api.BurgeeStatus;
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
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressCodecTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random = new Random(42);

  @Test
  void whatIsWrittenIsReadBackFromItsYaml() {
    for (var stage : Stage.values()) {
      for (var outcome : Outcome.values()) {
        for (int i = 0; i < 10; i++) {
          var progress = progress(stage, outcome);
          var status = new BurgeeStatus();
          ProgressCodec.write(progress, status, NOW);
          var stored = Serialization.unmarshal(Serialization.asYaml(status), BurgeeStatus.class);
          assertThat(ProgressCodec.read(stored, NOW)).isEqualTo(progress);
        }
      }
    }
  }

  @Test
  void whatWasNotWrittenIsNew() {
    assertThat(ProgressCodec.read(null, NOW)).isEqualTo(Progress.none(NOW));
    assertThat(ProgressCodec.read(new BurgeeStatus(), NOW)).isEqualTo(Progress.none(NOW));
  }

  @Test
  void anUnknownStageIsNamed() {
    var status = new BurgeeStatus();
    status.setStage("Levitating");
    assertThatThrownBy(() -> ProgressCodec.read(status, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Stage Levitating");
  }

  @Test
  void checksThatStayTheSameKeepTheTimeOfTheirJudgement() {
    var status = new BurgeeStatus();
    var progress = progress(Stage.ANALYSING, Outcome.SUCCEEDED);
    ProgressCodec.write(progress, status, NOW);
    ProgressCodec.write(progress, status, NOW.plusSeconds(60));
    assertThat(status.getChecks()).allSatisfy(check -> assertThat(check.getAt()).isEqualTo(NOW));
  }

  private Progress progress(Stage stage, Outcome outcome) {
    return new Progress(
        stage,
        outcome,
        new Progress.Revisions(revision(), revision(), revision()),
        new Traffic(new Weight(random.nextInt(101)), random.nextBoolean(), random.nextBoolean()),
        random.nextInt(10),
        new Progress.Tally(random.nextInt(9), random.nextInt(9), random.nextInt(9)),
        new Progress.Times(
            NOW.plusNanos(random.nextInt()), instant(), instant(), instant(), instant()),
        new Progress.Holds(any(HookType.values()), any("alice, later", "bob")),
        heard(),
        random.nextInt(1000),
        "because of " + random.nextInt(),
        IntStream.range(0, random.nextInt(4)).mapToObj(this::result).toList());
  }

  private CheckResult result(int number) {
    var verdicts =
        List.of(new Verdict.Passing(), new Verdict.Failing("too low"), new Verdict.Unknown("no"));
    return new CheckResult(
        "check-" + number,
        verdicts.get(random.nextInt(verdicts.size())),
        random.nextBoolean()
            ? OptionalDouble.of(random.nextDouble() * 100)
            : OptionalDouble.empty(),
        random.nextBoolean() ? Bounds.atMost(random.nextInt(100)) : Bounds.atLeast(0.5),
        random.nextBoolean() ? OptionalLong.of(random.nextInt(1000)) : OptionalLong.empty(),
        Duration.ofSeconds(1 + random.nextInt(600)),
        "rate(\"" + number + "\")");
  }

  private Optional<Revision> revision() {
    return random.nextBoolean()
        ? Optional.of(new Revision("r" + random.nextInt(100)))
        : Optional.empty();
  }

  @SafeVarargs
  private <T> Optional<T> any(T... values) {
    var index = random.nextInt(values.length + 1);
    return index == values.length ? Optional.empty() : Optional.of(values[index]);
  }

  private Map<Verb, String> heard() {
    var heard = new EnumMap<Verb, String>(Verb.class);
    any(Verb.values()).ifPresent(verb -> heard.put(verb, "alice, because of " + verb.text()));
    any(Verb.values()).ifPresent(verb -> heard.put(verb, ""));
    return heard;
  }

  private Optional<Instant> instant() {
    return random.nextBoolean() ? Optional.of(NOW.plusMillis(random.nextInt())) : Optional.empty();
  }
}
