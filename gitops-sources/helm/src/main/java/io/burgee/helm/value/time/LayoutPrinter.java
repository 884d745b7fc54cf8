package io.burgee.helm.value.time;

/** Writes a time in a layout. */
final class LayoutPrinter {
  private static final int HALF_DAY = 12;
  private static final int NANO_DIGITS = 9;

  private final GoTime time;
  private final CivilDate date;
  private final int offset;
  private final int secondOfDay;
  private final StringBuilder out = new StringBuilder();

  private LayoutPrinter(GoTime time) {
    this.time = time;
    this.date = time.date();
    this.offset = time.zone().offsetAt(time.seconds());
    this.secondOfDay = time.secondOfDay();
  }

  static String print(GoTime time, String layout) {
    var printer = new LayoutPrinter(time);
    for (var part : Layout.parts(layout)) {
      printer.out.append(part.before());
      printer.field(part);
    }
    return printer.out.toString();
  }

  private void field(Layout.Part part) {
    switch (part.field()) {
      case END -> {}
      case YEAR -> number(date.year(), 4);
      case YEAR_2 -> number(Math.abs(date.year()) % 100, 2);
      case MONTH_LONG -> out.append(CalendarNames.MONTHS.get(date.month() - 1));
      case MONTH_SHORT -> out.append(CalendarNames.SHORT_MONTHS.get(date.month() - 1));
      case MONTH -> number(date.month(), 0);
      case MONTH_2 -> number(date.month(), 2);
      case WEEKDAY_LONG -> out.append(CalendarNames.DAYS.get(time.weekday()));
      case WEEKDAY_SHORT -> out.append(CalendarNames.SHORT_DAYS.get(time.weekday()));
      case DAY -> number(date.day(), 0);
      case DAY_BLANK -> blankNumber(date.day(), 2);
      case DAY_2 -> number(date.day(), 2);
      case YEAR_DAY_BLANK -> blankNumber(date.yearDay(), 3);
      case YEAR_DAY_3 -> number(date.yearDay(), 3);
      case HALF_UPPER -> out.append(hour() >= HALF_DAY ? "PM" : "AM");
      case HALF_LOWER -> out.append(hour() >= HALF_DAY ? "pm" : "am");
      case FRACTION, FRACTION_TRIMMED -> fraction(part);
      case ZONE_NAME -> zoneName();
      default -> {
        if (part.source().contains("07")) {
          offset(part.field());
        } else {
          clock(part.field());
        }
      }
    }
  }

  private void clock(Field field) {
    int half = hour() % HALF_DAY == 0 ? HALF_DAY : hour() % HALF_DAY;
    switch (field) {
      case HOUR -> number(hour(), 2);
      case HOUR_12 -> number(half, 0);
      case HOUR_12_2 -> number(half, 2);
      case MINUTE -> number(secondOfDay / 60 % 60, 0);
      case MINUTE_2 -> number(secondOfDay / 60 % 60, 2);
      case SECOND -> number(secondOfDay % 60, 0);
      default -> number(secondOfDay % 60, 2);
    }
  }

  private int hour() {
    return secondOfDay / 3600;
  }

  private void number(long value, int width) {
    var digits = Long.toString(Math.abs(value));
    out.append(value < 0 ? "-" : "").repeat('0', Math.max(0, width - digits.length()));
    out.append(digits);
  }

  private void blankNumber(int value, int width) {
    var digits = Integer.toString(value);
    out.repeat(' ', width - digits.length()).append(digits);
  }

  private void fraction(Layout.Part part) {
    var all = new StringBuilder(Integer.toString(time.nanos()));
    all.insert(0, "0".repeat(NANO_DIGITS - all.length()));
    all.setLength(Math.min(NANO_DIGITS, part.source().length() - 1));
    if (part.field() == Field.FRACTION_TRIMMED) {
      while (!all.isEmpty() && all.charAt(all.length() - 1) == '0') {
        all.setLength(all.length() - 1);
      }
      if (all.isEmpty()) {
        return;
      }
    }
    out.append(part.source().charAt(0)).append(all);
  }

  private void zoneName() {
    var name = time.zone().nameAt(time.seconds());
    if (name.isEmpty()) {
      offset(Field.OFFSET);
    } else {
      out.append(name);
    }
  }

  private void offset(Field field) {
    if (offset == 0 && field.isUtcOffset()) {
      out.append('Z');
      return;
    }
    // Less than a minute west is written as east, as Go does.
    int minutes = offset / 60;
    out.append(minutes < 0 ? '-' : '+');
    number(Math.abs(minutes) / 60, 2);
    if (field.hasOffsetMinutes()) {
      out.append(field.hasColon() ? ":" : "");
      number(Math.abs(minutes) % 60, 2);
    }
    if (field.hasOffsetSeconds()) {
      out.append(field.hasColon() ? ":" : "");
      number(minutes < 0 ? -offset % 60 : offset % 60, 2);
    }
  }
}
