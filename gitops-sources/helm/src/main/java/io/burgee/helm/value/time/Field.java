package io.burgee.helm.value.time;

/** What a layout can have in it; the source is how the reference time has it. */
enum Field {
  END(""),
  YEAR("2006"),
  YEAR_2("06"),
  MONTH_LONG("January"),
  MONTH_SHORT("Jan"),
  MONTH("1"),
  MONTH_2("01"),
  WEEKDAY_LONG("Monday"),
  WEEKDAY_SHORT("Mon"),
  DAY("2"),
  DAY_BLANK("_2"),
  DAY_2("02"),
  YEAR_DAY_BLANK("__2"),
  YEAR_DAY_3("002"),
  HOUR("15"),
  HOUR_12("3"),
  HOUR_12_2("03"),
  MINUTE("4"),
  MINUTE_2("04"),
  SECOND("5"),
  SECOND_2("05"),
  /** Digits of a second, as many as the layout has. */
  FRACTION(".0"),
  /** The same without zeros at the end. */
  FRACTION_TRIMMED(".9"),
  HALF_UPPER("PM"),
  HALF_LOWER("pm"),
  ZONE_NAME("MST"),
  OFFSET("-0700"),
  OFFSET_COLON("-07:00"),
  OFFSET_HOUR("-07"),
  OFFSET_SECONDS("-070000"),
  OFFSET_COLON_SECONDS("-07:00:00"),
  UTC_OFFSET("Z0700"),
  UTC_OFFSET_COLON("Z07:00"),
  UTC_OFFSET_HOUR("Z07"),
  UTC_OFFSET_SECONDS("Z070000"),
  UTC_OFFSET_COLON_SECONDS("Z07:00:00");

  private final String source;

  Field(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  boolean isFraction() {
    return this == FRACTION || this == FRACTION_TRIMMED;
  }

  /** Whether no offset is written as a Z. */
  boolean isUtcOffset() {
    return source.startsWith("Z");
  }

  boolean hasColon() {
    return source.indexOf(':') >= 0;
  }

  boolean hasOffsetMinutes() {
    return source.length() > "Z07".length();
  }

  boolean hasOffsetSeconds() {
    return source.length() >= "Z070000".length();
  }
}
