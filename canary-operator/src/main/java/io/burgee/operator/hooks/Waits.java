package io.burgee.operator.hooks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long to wait between two attempts. */
final class Waits {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int ENOUGH_DOUBLINGS = 10;

  private Waits() {}

  /** Doubles from one attempt to the next: 1, 2, 4 seconds and so on to 30. */
  static Duration after(int attempt) {
    return bounded(SHORTEST.multipliedBy(1L << Math.min(attempt - 1, ENOUGH_DOUBLINGS)));
  }

  /** What a server asks for in {@code Retry-After}, within bounds; empty if it is not readable. */
  static Optional<Duration> asked(String header, Instant now) {
    var text = header.strip();
    try {
      return Optional.of(
          text.chars().allMatch(Character::isDigit)
              ? bounded(Duration.ofSeconds(Long.parseLong(text)))
              : bounded(Duration.between(now, date(text))));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static Duration bounded(Duration wait) {
    var least = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    return least.compareTo(LONGEST) < 0 ? least : LONGEST;
  }
}
