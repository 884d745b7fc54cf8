package io.burgee.operator.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Response;

/**
 * What a server answered.
 *
 * @param text the start of the body on one line, fit for an event; empty for a success, whose body
 *     nobody reads
 */
record Page(
    int status,
    String message,
    Optional<String> location,
    Optional<String> retryAfter,
    String text) {
  /** Higher ones are no yes, as in Flagger. */
  private static final int LAST_SUCCESS = 202;

  /** Of a body; what a hostile server sends beyond it is not read. */
  static final int MOST_BYTES = 2048;

  /** Of a body, in characters, that are shown. */
  static final int MOST_SHOWN = 500;

  private static final int MOST_OF_MESSAGE = 50;

  /** Everything that is not seen or ends a line, and what stands for bytes that are no text. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zs}\\p{Zl}\\p{Zp}\\x{FFFD}]++");

  static Page read(Response response) {
    var status = response.code();
    return new Page(
        status,
        line(response.message(), MOST_OF_MESSAGE),
        Optional.ofNullable(response.header("Location")),
        Optional.ofNullable(response.header(Wire.RETRY_AFTER)),
        succeeds(status) ? "" : text(response.body().byteStream()));
  }

  boolean isYes() {
    return succeeds(status);
  }

  /** Whether it sends the client elsewhere. */
  boolean redirects() {
    return location.isPresent()
        && switch (status) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
  }

  /**
   * Whether it is no word of the one that was asked: something in between couldn't reach it, or it
   * is busy. A 500 is its word: so Flagger's load tester tells that a check has failed.
   */
  boolean isSilence() {
    return status > 500 || status == 429;
  }

  /** Whether it may say something else the next time. */
  boolean isWorthAnotherTry() {
    return status == 500 || (isSilence() && status != 501);
  }

  /** Such as {@code status 404 Not Found}. */
  String head() {
    return "status " + status + (message.isEmpty() ? "" : " " + message);
  }

  /** What it said or, if it said nothing, its status. */
  String said() {
    return text.isEmpty() ? head() : text;
  }

  /** Both. */
  String full() {
    return text.isEmpty() ? head() : head() + ": " + text;
  }

  /** A body that breaks off says something all the same. */
  private static String text(InputStream body) {
    var bytes = new byte[MOST_BYTES];
    var length = 0;
    try {
      for (int more; length < MOST_BYTES; length += more) {
        more = body.read(bytes, length, MOST_BYTES - length);
        if (more < 0) {
          break;
        }
      }
    } catch (IOException e) {
      return line(new String(bytes, 0, length, StandardCharsets.UTF_8), MOST_SHOWN);
    }
    return line(new String(bytes, 0, length, StandardCharsets.UTF_8), MOST_SHOWN);
  }

  /** On one line, without anything that a terminal or a log could take for an instruction. */
  static String line(String text, int atMost) {
    var line = UNFIT.matcher(text).replaceAll(" ").strip();
    if (line.length() <= atMost) {
      return line;
    }
    var end = Character.isHighSurrogate(line.charAt(atMost - 1)) ? atMost - 1 : atMost;
    return line.substring(0, end) + "...";
  }

  private static boolean succeeds(int status) {
    return status <= LAST_SUCCESS;
  }
}
