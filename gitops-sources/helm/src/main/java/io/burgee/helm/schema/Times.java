package io.burgee.helm.schema;

import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates and times as RFC 3339 writes them. */
final class Times {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))");
  private static final int DATE_LENGTH = 10;
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  private Times() {}

  static boolean isDate(String text) {
    var date = DATE.matcher(text);
    if (!date.matches()) {
      return false;
    }
    try {
      LocalDate.of(number(date.group(1)), number(date.group(2)), number(date.group(3)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  static boolean isTime(String text) {
    var time = TIME.matcher(text);
    if (!time.matches()) {
      return false;
    }
    int hour = number(time.group(1));
    int minute = number(time.group(2));
    int second = number(time.group(3));
    int offset = 0;
    if (time.group(4) != null) {
      int hours = number(time.group(5));
      int minutes = number(time.group(6));
      if (hours > 23 || minutes > 59) {
        return false;
      }
      offset = (hours * HOUR + minutes) * (time.group(4).equals("+") ? -1 : 1);
    }
    boolean leap = Math.floorMod(hour * HOUR + minute + offset, DAY) == DAY - 1;
    return hour <= 23 && minute <= 59 && second <= (leap ? 60 : 59);
  }

  static boolean isDateTime(String text) {
    return text.length() > DATE_LENGTH
        && "tT".indexOf(text.charAt(DATE_LENGTH)) >= 0
        && isDate(text.substring(0, DATE_LENGTH))
        && isTime(text.substring(DATE_LENGTH + 1));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
