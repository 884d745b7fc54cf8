package io.burgee.helm.value.time;

import io.burgee.helm.value.GoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a time that's written in a layout. */
final class LayoutReader {
  private static final int PIVOT = 69;

  private final String layout;
  private final GoZone local;
  private final Cursor in;
  private int year;
  private int month = -1;
  private int day = -1;
  private int yearDay = -1;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean morning;
  private boolean afternoon;
  private final ZoneReader zone;

  /** What is out of its range; null if nothing is. */
  private @Nullable String range;

  private LayoutReader(String layout, String text, GoZone local) {
    this.layout = layout;
    this.local = local;
    this.in = new Cursor(text);
    this.zone = new ZoneReader(in);
  }

  /**
   * The time; what has no zone is of the local one.
   *
   * @throws GoException if the text isn't of that layout, or is no date
   */
  static GoTime read(String layout, String text, GoZone local) {
    return new LayoutReader(layout, text, local).read();
  }

  private GoTime read() {
    var parts = Layout.parts(layout);
    for (int i = 0; i < parts.size(); i++) {
      part(parts, i);
    }
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
    dayOfYear();
    month = month < 0 ? 1 : month;
    day = day < 0 ? 1 : day;
    if (day < 1 || day > CivilDate.monthDays(month, year)) {
      throw failure(": day out of range");
    }
    long days = CivilDate.epochDay(year, month, day);
    long seconds = days * CivilDate.DAY_SECONDS + (hour * 60L + minute) * 60 + second;
    return zone.resolve(seconds, nanos, local);
  }

  private void part(List<Layout.Part> parts, int index) {
    var part = parts.get(index);
    if (!in.skip(part.before())) {
      throw cannotParse(in.rest(), part.before());
    }
    if (part.field() == Field.END) {
      if (!in.isAtEnd()) {
        throw failure(": extra text: " + Cursor.quote(in.rest()));
      }
      return;
    }
    var hold = in.rest();
    boolean good = field(part, parts.get(index + 1 < parts.size() ? index + 1 : index).field());
    var beyond = range == null ? zone.range() : range;
    if (beyond != null) {
      throw failure(": " + beyond + " out of range");
    }
    if (!good) {
      throw cannotParse(hold, part.source());
    }
  }

  private GoException cannotParse(String value, String element) {
    return failure(
        " as "
            + Cursor.quote(layout)
            + ": cannot parse "
            + Cursor.quote(value)
            + " as "
            + Cursor.quote(element));
  }

  private GoException failure(String message) {
    return new GoException("parsing time " + Cursor.quote(in.text()) + message);
  }

  private boolean field(Layout.Part part, Field next) {
    return switch (part.field()) {
      case YEAR -> year();
      case YEAR_2 -> shortYear();
      case MONTH_LONG -> monthName(CalendarNames.MONTHS);
      case MONTH_SHORT -> monthName(CalendarNames.SHORT_MONTHS);
      case MONTH, MONTH_2 -> month(part.field() == Field.MONTH_2);
      case WEEKDAY_LONG -> in.name(CalendarNames.DAYS) >= 0;
      case WEEKDAY_SHORT -> in.name(CalendarNames.SHORT_DAYS) >= 0;
      case DAY, DAY_BLANK, DAY_2 -> day(part.field());
      case YEAR_DAY_BLANK, YEAR_DAY_3 -> yearDay(part.field());
      case HOUR -> (hour = within(in.number(2, false), 23, "hour")) >= 0;
      case HOUR_12 -> (hour = within(in.number(2, false), 12, "hour")) >= 0;
      case HOUR_12_2 -> (hour = within(in.number(2, true), 12, "hour")) >= 0;
      case MINUTE -> (minute = within(in.number(2, false), 59, "minute")) >= 0;
      case MINUTE_2 -> (minute = within(in.number(2, true), 59, "minute")) >= 0;
      case SECOND -> second(false, next);
      case SECOND_2 -> second(true, next);
      case FRACTION -> fraction(part.source().length());
      case FRACTION_TRIMMED -> !in.startsFraction() || fraction(in.fractionLength());
      case HALF_UPPER -> half("AM", "PM");
      case HALF_LOWER -> half("am", "pm");
      case ZONE_NAME -> zone.name();
      default -> zone.offset(part.field());
    };
  }

  private int within(int value, int most, String what) {
    if (value > most) {
      range = what;
    }
    return value;
  }

  private boolean year() {
    var digits = in.isDigit(0) ? in.take(4) : null;
    year = digits == null ? Cursor.NONE : Cursor.decimal(digits);
    return year != Cursor.NONE;
  }

  private boolean shortYear() {
    var digits = in.take(2);
    int value = digits == null ? Cursor.NONE : Cursor.decimal(digits);
    if (value == Cursor.NONE) {
      return false;
    }
    year = value + (value >= PIVOT ? 1900 : 2000);
    return true;
  }

  private boolean monthName(List<String> names) {
    month = in.name(names) + 1;
    return month > 0;
  }

  private boolean month(boolean two) {
    month = in.number(2, two);
    if (month == 0 || month > 12) {
      range = "month";
    }
    return month >= 0;
  }

  private boolean day(Field field) {
    if (field == Field.DAY_BLANK) {
      in.skipBlank();
    }
    day = in.number(2, field == Field.DAY_2);
    return day >= 0;
  }

  private boolean yearDay(Field field) {
    if (field == Field.YEAR_DAY_BLANK) {
      in.skipBlank();
      in.skipBlank();
    }
    yearDay = in.number(3, field == Field.YEAR_DAY_3);
    return yearDay >= 0;
  }

  /** A fraction may follow even if the layout has none. */
  private boolean second(boolean two, Field next) {
    second = within(in.number(2, two), 59, "second");
    if (second < 0 || range != null || !in.startsFraction() || next.isFraction()) {
      return second >= 0;
    }
    return fraction(in.fractionLength());
  }

  private boolean fraction(int length) {
    var text = in.take(length);
    nanos = text == null ? Cursor.NONE : Cursor.nanos(text);
    return nanos >= 0;
  }

  private boolean half(String before, String after) {
    var text = in.take(2);
    morning |= before.equals(text);
    afternoon |= after.equals(text);
    return before.equals(text) || after.equals(text);
  }

  private void dayOfYear() {
    if (yearDay < 0) {
      return;
    }
    boolean leap = CivilDate.isLeap(year);
    if (yearDay < 1 || yearDay > (leap ? 366 : 365)) {
      throw failure(": day-of-year out of range");
    }
    var date = CivilDate.ofEpochDay(CivilDate.epochDay(year, 1, yearDay));
    if (month >= 0 && month != date.month()) {
      throw failure(": day-of-year does not match month");
    }
    if (day >= 0 && day != date.day()) {
      throw failure(": day-of-year does not match day");
    }
    month = date.month();
    day = date.day();
  }
}
