package io.burgee.yaml;

import org.jspecify.annotations.Nullable;

/** Dates and times that are written without quotes: Go reads them as times, not as strings. */
final class Timestamps {
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String text;
  private int at;
  private int offset;

  private Timestamps(String text) {
    this.text = text;
  }

  /** Whether the text starts like a year and a month; cheap, as nearly no text does. */
  static boolean likely(String text) {
    return text.length() >= 8
        && text.charAt(4) == '-'
        && digit(text.charAt(0))
        && digit(text.charAt(1))
        && digit(text.charAt(2))
        && digit(text.charAt(3));
  }

  /**
   * The time in the form of RFC 3339, or null if the text is no time.
   *
   * @throws YamlException if it is one that has no such form: an offset of 24 hours
   */
  static @Nullable String rfc3339(String text) {
    if (!likely(text)) {
      return null;
    }
    var time = new Timestamps(text);
    String written = time.parse();
    if (written != null && time.offset >= 24 * 60) {
      throw new YamlException(
          "json: error calling MarshalJSON for type time.Time: Time.MarshalJSON: timezone hour"
              + " outside of range [0,23]");
    }
    return written;
  }

  /** Whether the text is a time, with a form in RFC 3339 or not. */
  static boolean valid(String text) {
    return likely(text) && new Timestamps(text).parse() != null;
  }

  private @Nullable String parse() {
    int year = Integer.parseInt(text, 0, 4, 10);
    at = 5;
    int month = number();
    if (month < 1 || month > 12 || !skip('-')) {
      return null;
    }
    int day = number();
    if (day < 1 || day > days(year, month)) {
      return null;
    }
    var out = new StringBuilder(35);
    two(two(four(out, year).append('-'), month).append('-'), day).append('T');
    if (at == text.length()) {
      return out.append("00:00:00Z").toString();
    }
    char separator = text.charAt(at);
    if (separator != 'T' && separator != 't' && separator != ' ') {
      return null;
    }
    do {
      at++;
    } while (separator == ' ' && at < text.length() && text.charAt(at) == ' ');
    return clock(out) && zone(out, separator == ' ') ? out.toString() : null;
  }

  private boolean clock(StringBuilder out) {
    int hour = number();
    if (hour < 0 || hour > 23 || !skip(':')) {
      return false;
    }
    int minute = number();
    if (minute < 0 || minute > 59 || !skip(':')) {
      return false;
    }
    int second = number();
    if (second < 0 || second > 59) {
      return false;
    }
    two(two(two(out, hour).append(':'), minute).append(':'), second);
    fraction(out);
    return true;
  }

  private void fraction(StringBuilder out) {
    if (at + 1 >= text.length() || !digit(text.charAt(at + 1))) {
      return;
    }
    if (text.charAt(at) != '.' && text.charAt(at) != ',') {
      return;
    }
    int from = ++at;
    while (at < text.length() && digit(text.charAt(at))) {
      at++;
    }
    int end = Math.min(at, from + 9);
    while (end > from && text.charAt(end - 1) == '0') {
      end--;
    }
    if (end > from) {
      out.append('.').append(text, from, end);
    }
  }

  private boolean zone(StringBuilder out, boolean none) {
    if (none) {
      out.append('Z');
      return at == text.length();
    }
    if (skip('Z')) {
      out.append('Z');
      return at == text.length();
    }
    if (text.length() - at != 6 || text.charAt(at + 3) != ':') {
      return false;
    }
    char sign = text.charAt(at);
    at++;
    int hours = fixed();
    at++;
    int minutes = fixed();
    if ((sign != '+' && sign != '-') || hours < 0 || hours > 24 || minutes < 0 || minutes > 60) {
      return false;
    }
    offset = hours * 60 + minutes;
    if (offset == 0) {
      out.append('Z');
      return true;
    }
    two(two(out.append(sign), offset / 60).append(':'), offset % 60);
    return true;
  }

  /** One digit or two; -1 if there is none. */
  private int number() {
    if (at >= text.length() || !digit(text.charAt(at))) {
      return -1;
    }
    int value = text.charAt(at++) - '0';
    if (at < text.length() && digit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return value;
  }

  private int fixed() {
    return digit(text.charAt(at + 1)) ? number() : -1;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static StringBuilder two(StringBuilder out, int value) {
    return out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }

  private static StringBuilder four(StringBuilder out, int value) {
    return two(two(out, value / 100), value % 100);
  }
}
