package io.burgee.sandbox.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** The string formats that are checked; any other is a comment. */
final class Formats {
  private static final Pattern DURATION =
      Pattern.compile("[-+]?(0|(\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h|d|w|\\s)+)+");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Formats() {}

  static boolean fits(String format, String text) {
    return switch (format) {
      case "date-time" -> parses(() -> OffsetDateTime.parse(text));
      case "date" -> parses(() -> LocalDate.parse(text));
      case "duration" -> DURATION.matcher(text).matches();
      case "ipv4" -> IPV4.matcher(text).matches();
      case "email" -> EMAIL.matcher(text).matches();
      case "uuid" -> parses(() -> UUID.fromString(text));
      case "byte" -> parses(() -> Base64.getDecoder().decode(text));
      case "uri" -> absolute(text);
      default -> true;
    };
  }

  private static boolean absolute(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /** Parsing is the check: what it gives is of no use here. */
  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeParseException | IllegalArgumentException malformed) {
      return false;
    }
  }
}
