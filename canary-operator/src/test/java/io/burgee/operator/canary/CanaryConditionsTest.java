package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.CanaryCondition;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Phase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryConditionsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");
  private static final Instant SECOND = Instant.parse("2026-01-01T00:00:00Z");

  private final CanaryStatus status = new CanaryStatus();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INITIALIZING | Unknown | Initializing | New Deployment detected, starting initialization.
          INITIALIZED  | True    | Initialized  | Deployment initialization completed.
          WAITING      | Unknown | Waiting      | Waiting for approval.
          WAITING_PROMOTION | Unknown | WaitingPromotion | Waiting for approval.
          TERMINATING  | Unknown | Terminating  | New Deployment detected, starting initialization.
          PROGRESSING  | Unknown | Progressing  | New revision detected, progressing canary analysis.
          PROMOTING    | Unknown | Promoting    | Canary analysis completed, starting primary rolling update.
          FINALISING   | Unknown | Finalising   | Canary analysis completed, routing all traffic to primary.
          SUCCEEDED    | True    | Succeeded    | Canary analysis completed successfully, promotion finished.
          FAILED       | False   | Failed       | Canary analysis failed, Deployment scaled to zero.
          """)
  void eachPhaseHasTheReferencesCondition(
      Phase phase, String value, String reason, String message) {
    CanaryConditions.set(status, phase, "Deployment", NOW);
    var condition = only();
    assertThat(condition.getType()).isEqualTo("Promoted");
    assertThat(condition.getStatus()).isEqualTo(value);
    assertThat(condition.getReason()).isEqualTo(reason);
    assertThat(condition.getMessage()).isEqualTo(message);
    assertThat(condition.getLastUpdateTime()).isEqualTo(SECOND);
  }

  @Test
  void aConditionThatSaysTheSameStaysAsItIs() {
    CanaryConditions.set(status, Phase.PROGRESSING, "Deployment", NOW);
    CanaryConditions.set(status, Phase.PROGRESSING, "Deployment", NOW.plusSeconds(60));
    assertThat(only().getLastUpdateTime()).isEqualTo(SECOND);
  }

  @Test
  void theTransitionTimeMovesOnlyWithTheValue() {
    CanaryConditions.set(status, Phase.PROGRESSING, "Deployment", NOW);
    CanaryConditions.set(status, Phase.PROMOTING, "Deployment", NOW.plusSeconds(60));
    assertThat(only().getLastUpdateTime()).isEqualTo(SECOND.plusSeconds(60));
    assertThat(only().getLastTransitionTime()).isEqualTo(SECOND);
    CanaryConditions.set(status, Phase.SUCCEEDED, "Deployment", NOW.plusSeconds(90));
    assertThat(only().getLastTransitionTime()).isEqualTo(SECOND.plusSeconds(90));
  }

  @Test
  void stalledComesAndGoesBesidePromoted() {
    CanaryConditions.set(status, Phase.INITIALIZED, "Deployment", NOW);
    assertThat(CanaryConditions.stalled(status, Optional.of("why"), NOW)).isTrue();
    assertThat(CanaryConditions.stalled(status, Optional.of("why"), NOW)).isFalse();
    assertThat(status.getConditions()).hasSize(2);
    assertThat(CanaryConditions.stalled(status, Optional.empty(), NOW)).isTrue();
    assertThat(CanaryConditions.stalled(status, Optional.empty(), NOW)).isFalse();
    assertThat(only().getType()).isEqualTo("Promoted");
  }

  private CanaryCondition only() {
    assertThat(status.getConditions()).hasSize(1);
    return status.getConditions().getFirst();
  }
}
