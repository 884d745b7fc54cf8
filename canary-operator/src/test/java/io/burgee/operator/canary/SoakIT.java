package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The first of the many releases of {@code bench/soak}. */
class SoakIT {
  private static final int APPLICATIONS = 4;
  private static final int EVERY = 4;
  private static final int RELEASES = 80;

  /** Faster, and an interval would be over before the requests of one reconcile are. */
  private static final double SPEED = 250;

  /** The JVM itself still grows while so few releases are made. */
  private static final double HEAP_SLACK_MIB = 16;

  /**
   * Few Events expire in so short a time: how many there are goes with the speed and with outcomes
   * that come up late. One from each release between the quarters that are compared is allowed; a
   * release tells about ten.
   */
  private static final double EVENT_SLACK = RELEASES / 2.0;

  @Test
  void nothingGrowsFromReleaseToRelease() {
    var seed = ThreadLocalRandom.current().nextLong(1_000_000);
    var options = new Soak.Options(RELEASES, APPLICATIONS, EVERY, SPEED, seed);
    var result = Soak.run(options, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    assertThat(result.wrong()).as("seed %d", seed).isEmpty();
    assertThat(Footprint.growing(result.footprints(), HEAP_SLACK_MIB, EVENT_SLACK))
        .as("seed %d", seed)
        .isEmpty();
  }
}
