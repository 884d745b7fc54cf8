package io.burgee.api.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations as Go writes them, such as {@code 1m30s}, {@code 500ms} or {@code 1.5h}. */
public final class Durations {
  // Possessive, so that no text makes the match try one digit at a time.
  private static final Pattern PART =
      Pattern.compile("([0-9]++\\.?+[0-9]*+|\\.[0-9]++)([^0-9.]*+)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final String UNITS = "use ns, us, ms, s, m or h, as in 1m30s";

  private Durations() {}

  /**
   * Reads a duration; a part of a nanosecond is dropped.
   *
   * @throws IllegalArgumentException saying what is wrong with {@code text} and what is allowed
   */
  public static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    var part = PART.matcher(text);
    var at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    var nanos = BigDecimal.ZERO;
    do {
      if (!part.region(at, text.length()).lookingAt()) {
        throw new IllegalArgumentException("\"" + text + "\" is no duration: " + UNITS);
      }
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit(text, part.group(2))));
      at = part.end();
    } while (at < text.length());
    return duration(text, text.startsWith("-") ? nanos.negate() : nanos);
  }

  private static BigDecimal unit(String text, String unit) {
    var nanos = NANOS.get(unit);
    if (nanos == null) {
      var wrong = unit.isEmpty() ? "lacks a unit" : "has the unknown unit \"" + unit + "\"";
      throw new IllegalArgumentException("\"" + text + "\" " + wrong + ": " + UNITS);
    }
    return BigDecimal.valueOf(nanos);
  }

  private static Duration duration(String text, BigDecimal nanos) {
    try {
      return Duration.ofNanos(nanos.toBigInteger().longValueExact());
    } catch (ArithmeticException tooLong) {
      throw new IllegalArgumentException("\"" + text + "\" is longer than 290 years", tooLong);
    }
  }
}
