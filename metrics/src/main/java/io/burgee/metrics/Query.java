package io.burgee.metrics;

import java.time.Duration;
import java.util.Optional;

/**
 * A question in its source's own language, ready to send.
 *
 * @param samples asks how many measurements stand behind the answer; empty where nobody knows how
 * @param window how far back both look
 */
public record Query(String text, Optional<String> samples, Duration window) {

  public static Query of(String text, Duration window) {
    return new Query(text, Optional.empty(), window);
  }
}
