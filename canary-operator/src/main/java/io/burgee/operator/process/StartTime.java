package io.burgee.operator.process;

import java.time.Duration;
import java.time.Instant;

/** How long this JVM has been there. */
public final class StartTime {
  private StartTime() {}

  /** Zero where the system does not tell. */
  public static Duration since() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.now()))
        .orElse(Duration.ZERO);
  }
}
