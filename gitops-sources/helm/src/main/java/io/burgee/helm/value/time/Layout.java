package io.burgee.helm.value.time;

import java.util.ArrayList;
import java.util.List;

/** A date's form, written as the reference time would be in it, cut into its parts. */
final class Layout {
  /** Written with the instant in UTC, a form that Go reads and writes by rules of its own. */
  static final String RFC3339_NANOS = "2006-01-02T15:04:05.999999999Z07:00";

  private static final List<Field> ZERO_FIELDS =
      List.of(
          Field.MONTH_2,
          Field.DAY_2,
          Field.HOUR_12_2,
          Field.MINUTE_2,
          Field.SECOND_2,
          Field.YEAR_2);
  private static final List<Field> WORDS =
      List.of(
          Field.MONTH_LONG,
          Field.MONTH_SHORT,
          Field.WEEKDAY_LONG,
          Field.WEEKDAY_SHORT,
          Field.ZONE_NAME,
          Field.HALF_UPPER,
          Field.HALF_LOWER);
  private static final List<Field> OFFSETS =
      List.of(
          Field.OFFSET_SECONDS,
          Field.OFFSET_COLON_SECONDS,
          Field.OFFSET,
          Field.OFFSET_COLON,
          Field.OFFSET_HOUR);
  private static final List<Field> UTC_OFFSETS =
      List.of(
          Field.UTC_OFFSET_SECONDS,
          Field.UTC_OFFSET_COLON_SECONDS,
          Field.UTC_OFFSET,
          Field.UTC_OFFSET_COLON,
          Field.UTC_OFFSET_HOUR);

  /**
   * A part.
   *
   * @param before text as it is, in front of the field
   * @param field {@link Field#END} in the last part only
   * @param source how the field is written in the layout
   */
  record Part(String before, Field field, String source) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private int at;
  private int literal;

  private Layout(String text) {
    this.text = text;
  }

  static List<Part> parts(String text) {
    return new Layout(text).parts();
  }

  private List<Part> parts() {
    while (at < text.length()) {
      if (!field()) {
        at++;
      }
    }
    parts.add(new Part(text.substring(literal), Field.END, ""));
    return parts;
  }

  private boolean field() {
    return switch (text.charAt(at)) {
      case 'J', 'M', 'P', 'p' -> word();
      case '0' -> zero();
      case '1' -> text.startsWith("15", at) ? add(Field.HOUR, 2) : add(Field.MONTH, 1);
      case '2' -> text.startsWith("2006", at) ? add(Field.YEAR, 4) : add(Field.DAY, 1);
      case '3' -> add(Field.HOUR_12, 1);
      case '4' -> add(Field.MINUTE, 1);
      case '5' -> add(Field.SECOND, 1);
      case '_' -> underscore();
      case '-' -> first(OFFSETS);
      case 'Z' -> first(UTC_OFFSETS);
      case '.', ',' -> fraction();
      default -> false;
    };
  }

  private boolean add(Field field, int length) {
    parts.add(new Part(text.substring(literal, at), field, text.substring(at, at + length)));
    at += length;
    literal = at;
    return true;
  }

  private boolean first(List<Field> fields) {
    for (var field : fields) {
      if (text.startsWith(field.source(), at)) {
        return add(field, field.source().length());
      }
    }
    return false;
  }

  /** Mon is the day only if no longer word begins so. */
  private boolean word() {
    for (var field : WORDS) {
      int end = at + field.source().length();
      boolean brief = field == Field.MONTH_SHORT || field == Field.WEEKDAY_SHORT;
      if (text.startsWith(field.source(), at) && !(brief && isSmallLetter(end))) {
        return add(field, field.source().length());
      }
    }
    return false;
  }

  private boolean isSmallLetter(int index) {
    return index < text.length() && text.charAt(index) >= 'a' && text.charAt(index) <= 'z';
  }

  private boolean zero() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (next >= '1' && next <= '6') {
      return add(ZERO_FIELDS.get(next - '1'), 2);
    }
    return text.startsWith("002", at) && add(Field.YEAR_DAY_3, 3);
  }

  private boolean underscore() {
    if (text.startsWith("_2006", at)) {
      at++;
      return add(Field.YEAR, 4);
    }
    if (text.startsWith("_2", at)) {
      return add(Field.DAY_BLANK, 2);
    }
    return text.startsWith("__2", at) && add(Field.YEAR_DAY_BLANK, 3);
  }

  private boolean fraction() {
    char digit = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (digit != '0' && digit != '9') {
      return false;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == digit) {
      end++;
    }
    boolean goesOn = end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9';
    return !goesOn && add(digit == '0' ? Field.FRACTION : Field.FRACTION_TRIMMED, end - at);
  }
}
