package io.burgee.operator.process;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/** How long this JVM has been there; the process may be older, as the launcher that built it. */
public final class StartTime {
  private StartTime() {}

  public static Duration since() {
    var start = ManagementFactory.getRuntimeMXBean().getStartTime();
    return Duration.between(Instant.ofEpochMilli(start), Instant.now());
  }
}
