package io.burgee.helm.value.time;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoQuote;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@code time.Time}, without the reading of the monotonic clock that Go prints behind the time it
 * is now: that is another one at every render.
 *
 * @param seconds since 1970
 * @param zone that it's shown in
 * @param local the zone of the process
 */
public record GoTime(long seconds, int nanos, GoZone zone, GoZone local) implements GoTyped {
  public static final GoType TYPE = GoType.named("time.Time", Kind.STRUCT);

  private static final String STRING = "2006-01-02 15:04:05.999999999 -0700 MST";
  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
  private static final int LAST_YEAR = 9999;

  /** Go's time starts with year 1. */
  private static final long ZERO_SECONDS = CivilDate.epochDay(1, 1, 1) * CivilDate.DAY_SECONDS;

  public static GoTime of(Instant instant, GoZone local) {
    return new GoTime(instant.getEpochSecond(), instant.getNano(), local, local);
  }

  public static GoTime ofEpochSecond(long seconds, GoZone local) {
    return new GoTime(seconds, 0, local, local);
  }

  /** The zero value. */
  public static GoTime zero(GoZone local) {
    return new GoTime(ZERO_SECONDS, 0, GoZone.UTC, local);
  }

  /** When clocks in the zone show what they show in UTC at that second. */
  static GoTime ofLocal(long shown, int nanos, GoZone zone, GoZone local) {
    int offset = zone.offsetAt(shown);
    int exact = offset == 0 ? 0 : zone.offsetAt(shown - offset);
    return new GoTime(shown - exact, nanos, zone, local);
  }

  /**
   * Reads a text as {@code time.ParseInLocation} does.
   *
   * @throws GoException if it isn't of that layout
   */
  public static GoTime parse(String layout, String text, GoZone local) {
    return LayoutReader.read(layout, text, local);
  }

  public GoTime in(GoZone other) {
    return new GoTime(seconds, nanos, other, local);
  }

  public String format(String layout) {
    return LayoutPrinter.print(this, layout);
  }

  /** Seconds since 1970 as the clocks of its zone count. */
  private long shown() {
    return seconds + zone.offsetAt(seconds);
  }

  private long epochDay() {
    return Math.floorDiv(shown(), CivilDate.DAY_SECONDS);
  }

  CivilDate date() {
    return CivilDate.ofEpochDay(epochDay());
  }

  int secondOfDay() {
    return (int) Math.floorMod(shown(), CivilDate.DAY_SECONDS);
  }

  /** From Sunday, which is 0. */
  int weekday() {
    return (int) Math.floorMod(epochDay() + 4, 7L);
  }

  boolean isZero() {
    return seconds == ZERO_SECONDS && nanos == 0;
  }

  int compare(GoTime other) {
    int bySeconds = Long.compare(seconds, other.seconds);
    return bySeconds == 0 ? Integer.compare(nanos, other.nanos) : bySeconds;
  }

  /** That many nanoseconds later. */
  public GoTime plus(long duration) {
    long sum = nanos + duration % 1_000_000_000;
    return new GoTime(
        seconds + duration / 1_000_000_000 + Math.floorDiv(sum, 1_000_000_000L),
        (int) Math.floorMod(sum, 1_000_000_000L),
        zone,
        local);
  }

  GoTime plusDate(long years, long months, long days) {
    var date = date();
    long day = CivilDate.epochDay(date.year() + years, date.month() + months, date.day() + days);
    return ofLocal(day * CivilDate.DAY_SECONDS + secondOfDay(), nanos, zone, local);
  }

  /** Nanoseconds from then to this; the longest there is if they are more. */
  public long minus(GoTime other) {
    var exact =
        BigInteger.valueOf(seconds)
            .subtract(BigInteger.valueOf(other.seconds))
            .multiply(BILLION)
            .add(BigInteger.valueOf((long) nanos - other.nanos));
    if (exact.bitLength() < Long.SIZE) {
      return exact.longValue();
    }
    return exact.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** Nanoseconds since the last multiple of that duration, counted from year 1. */
  long beyond(long duration) {
    return BigInteger.valueOf(seconds)
        .subtract(BigInteger.valueOf(ZERO_SECONDS))
        .multiply(BILLION)
        .add(BigInteger.valueOf(nanos))
        .mod(BigInteger.valueOf(duration))
        .longValue();
  }

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return TimeMethods.find(this, name);
  }

  @Override
  public String text() {
    return format(STRING);
  }

  @Override
  public Object json() {
    return rfc3339("Time.MarshalJSON: ");
  }

  /** What machines read; Go refuses years of more or less than four digits. */
  String rfc3339(String caller) {
    long year = date().year();
    if (year < 0 || year > LAST_YEAR) {
      throw new GoException(caller + "year outside of range [0,9999]");
    }
    int offset = zone.offsetAt(seconds);
    if (Math.abs(offset / 60) >= 24 * 60) {
      throw new GoException(caller + "timezone hour outside of range [0,23]");
    }
    return format(Layout.RFC3339_NANOS);
  }

  /** As {@code %#v} prints it. */
  @Override
  public String toString() {
    var date = date();
    int second = secondOfDay();
    var place =
        switch (zone.text()) {
          case "UTC" -> "time.UTC";
          case "Local" -> "time.Local";
          default -> "time.Location(" + GoQuote.quote(zone.text()) + ")";
        };
    return "time.Date(%d, time.%s, %d, %d, %d, %d, %d, %s)"
        .formatted(
            date.year(),
            CalendarNames.MONTHS.get(date.month() - 1),
            date.day(),
            second / 3600,
            second / 60 % 60,
            second % 60,
            nanos,
            place);
  }
}
