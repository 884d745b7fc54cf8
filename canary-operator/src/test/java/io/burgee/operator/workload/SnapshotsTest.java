package io.burgee.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotsTest {
  private static final String REVISION = "abcdefghij";

  @Test
  void aNameSaysWhoseItIs() {
    assertThat(Snapshots.name("shop", REVISION)).isEqualTo("shop-abcdefghij");
  }

  @Test
  void aNameIsOneThatTheServerTakesHoweverLongTheCanarysIs() {
    var dots = "a.".repeat(126) + "b";
    assertThat(Snapshots.name(dots, REVISION))
        .hasSize(253)
        .matches("([a-z0-9]([-a-z0-9]*[a-z0-9])?)(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
        .endsWith(REVISION);
  }

  @Test
  void cutNamesDiffer() {
    var long1 = "a".repeat(250) + "one";
    var long2 = "a".repeat(250) + "two";
    assertThat(Snapshots.name(long1, REVISION)).isNotEqualTo(Snapshots.name(long2, REVISION));
    assertThat(Snapshots.name(long1, REVISION)).isNotEqualTo(Snapshots.name(long1, "other"));
  }
}
