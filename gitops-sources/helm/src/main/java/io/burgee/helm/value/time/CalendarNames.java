package io.burgee.helm.value.time;

import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import java.util.List;

/** Months and days of the week, by their names in English. */
final class CalendarNames {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  static final List<String> SHORT_MONTHS = MONTHS.stream().map(CalendarNames::brief).toList();
  static final List<String> SHORT_DAYS = DAYS.stream().map(CalendarNames::brief).toList();

  private static final GoType MONTH = GoType.named("time.Month", Kind.INT);
  private static final GoType WEEKDAY = GoType.named("time.Weekday", Kind.INT);

  private CalendarNames() {}

  private static String brief(String name) {
    return name.substring(0, 3);
  }

  static GoInteger month(int month) {
    return new GoInteger(MONTH, month, MONTHS.get(month - 1));
  }

  static GoInteger weekday(int day) {
    return new GoInteger(WEEKDAY, day, DAYS.get(day));
  }
}
