package io.burgee.helm.value.time;

/**
 * A day of the Gregorian calendar, which goes on into the past; years beyond those of {@code
 * java.time} too, since any number of seconds is a time in Go.
 */
record CivilDate(long year, int month, int day) {
  static final long DAY_SECONDS = 86_400;
  private static final long CYCLE_YEARS = 400;
  private static final long CYCLE_DAYS = 146_097;

  /** Days from 1 March of year 0, where leap days end a year, to 1 January 1970. */
  private static final long MARCH_TO_EPOCH = 719_468;

  private static final int FEBRUARY = 2;
  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  static CivilDate ofEpochDay(long epochDay) {
    long days = epochDay + MARCH_TO_EPOCH;
    long cycle = Math.floorDiv(days, CYCLE_DAYS);
    long inCycle = days - cycle * CYCLE_DAYS;
    long year = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365;
    long inYear = inCycle - (365 * year + year / 4 - year / 100);
    long fromMarch = (5 * inYear + 2) / 153;
    int day = (int) (inYear - (153 * fromMarch + 2) / 5) + 1;
    int month = (int) (fromMarch < 10 ? fromMarch + 3 : fromMarch - 9);
    return new CivilDate(year + cycle * CYCLE_YEARS + (month <= FEBRUARY ? 1 : 0), month, day);
  }

  /** Months and days beyond their ranges count on into other years and months. */
  static long epochDay(long year, long month, long day) {
    long months = month - 1;
    long shifted = year + Math.floorDiv(months, 12);
    long number = Math.floorMod(months, 12L) + 1;
    long from = number <= FEBRUARY ? shifted - 1 : shifted;
    long cycle = Math.floorDiv(from, CYCLE_YEARS);
    long inCycle = from - cycle * CYCLE_YEARS;
    long fromMarch = number > FEBRUARY ? number - 3 : number + 9;
    long inYear = (153 * fromMarch + 2) / 5;
    long days = inCycle * 365 + inCycle / 4 - inCycle / 100 + inYear;
    return cycle * CYCLE_DAYS + days - MARCH_TO_EPOCH + day - 1;
  }

  int yearDay() {
    return (int) (epochDay(year, month, day) - epochDay(year, 1, 1)) + 1;
  }

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int monthDays(int month, long year) {
    return MONTH_DAYS[month - 1] + (month == FEBRUARY && isLeap(year) ? 1 : 0);
  }

  /** Days of a year that is no leap year before that month. */
  static int daysBefore(int month) {
    int days = 0;
    for (int i = 0; i < month - 1; i++) {
      days += MONTH_DAYS[i];
    }
    return days;
  }
}
