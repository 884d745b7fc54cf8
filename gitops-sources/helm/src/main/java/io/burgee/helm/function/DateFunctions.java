package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.time.GoDuration;
import io.burgee.helm.value.time.GoTime;
import io.burgee.helm.value.time.GoZone;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates and durations. */
final class DateFunctions {
  private static final String HTML = "2006-01-02";
  private static final long DAY = 24 * GoDuration.HOUR;

  private final Clock clock;
  private final GoZone local;

  private DateFunctions(Clock clock) {
    this.clock = clock;
    this.local = GoZone.local(clock.getZone());
  }

  /**
   * @param clock with the zone that dates are in if none is named
   */
  static void addTo(FunctionTable table, Clock clock) {
    new DateFunctions(clock).addTo(table);
  }

  private void addTo(FunctionTable table) {
    table.add("now", List.of(), a -> now());
    table.add("date", List.of(STRING, ANY), a -> time(a.any(1)).format(a.string(0)));
    table.add("htmlDate", List.of(ANY), a -> time(a.any(0)).format(HTML));
    table.add(
        "dateInZone",
        List.of(STRING, ANY, STRING),
        a -> inZone(a.string(0), a.any(1), a.string(2)));
    table.alias("date_in_zone", "dateInZone");
    table.add("htmlDateInZone", List.of(ANY, STRING), a -> inZone(HTML, a.any(0), a.string(1)));
    table.add("dateModify", List.of(STRING, GoTime.TYPE), DateFunctions::modified);
    table.alias("date_modify", "dateModify");
    table.add("mustDateModify", List.of(STRING, GoTime.TYPE), DateFunctions::mustModify);
    table.alias("must_date_modify", "mustDateModify");
    table.add("toDate", List.of(STRING, STRING), this::toDate);
    table.add(
        "mustToDate", List.of(STRING, STRING), a -> GoTime.parse(a.string(0), a.string(1), local));
    table.add("unixEpoch", List.of(GoTime.TYPE), a -> Long.toString(date(a, 0).seconds()));
    table.add("ago", List.of(ANY), this::ago);
    table.add("duration", List.of(ANY), a -> duration(a.any(0)));
    table.add("durationRound", List.of(ANY), a -> rounded(nanos(a.any(0))));
  }

  private GoTime now() {
    return GoTime.of(clock.instant(), local);
  }

  private static GoTime date(Arguments arguments, int index) {
    return arguments.any(index) instanceof GoTime time ? time : notDate();
  }

  private static GoTime notDate() {
    throw new IllegalStateException("the executor checks what functions take");
  }

  /** In the local zone; whatever is neither a date nor a whole number is now. */
  private GoTime time(@Nullable Object value) {
    return switch (value) {
      case GoTime time -> time.in(local);
      case Long seconds -> GoTime.ofEpochSecond(seconds, local);
      case GoInteger seconds when is(seconds, GoType.INT64) || is(seconds, GoType.INT32) ->
          GoTime.ofEpochSecond(seconds.bits(), local);
      case null, default -> now();
    };
  }

  private static boolean is(GoInteger number, GoType type) {
    return number.type().equals(type);
  }

  /** In UTC if there's no such zone. */
  private String inZone(String layout, @Nullable Object value, String name) {
    var zone = name.equals("Local") ? local : GoZone.named(name);
    return time(value).in(zone == null ? GoZone.UTC : zone).format(layout);
  }

  private static GoTime mustModify(Arguments a) {
    return date(a, 1).plus(GoDuration.parse(a.string(0)));
  }

  private static GoTime modified(Arguments a) {
    try {
      return mustModify(a);
    } catch (GoException e) {
      return date(a, 1);
    }
  }

  private GoTime toDate(Arguments a) {
    try {
      return GoTime.parse(a.string(0), a.string(1), local);
    } catch (GoException e) {
      return GoTime.zero(local);
    }
  }

  private String ago(Arguments a) {
    var then =
        a.any(0) instanceof GoInteger number && is(number, GoType.INT32) ? now() : time(a.any(0));
    return GoDuration.text(GoDuration.round(now().minus(then), GoDuration.SECOND));
  }

  /** Of seconds; an int is none to Sprig. */
  private static String duration(@Nullable Object value) {
    long seconds =
        switch (value) {
          case String text -> Casts.saturated(text);
          case GoInteger number when is(number, GoType.INT64) -> number.bits();
          case null, default -> 0;
        };
    return GoDuration.text(seconds * GoDuration.SECOND);
  }

  private long nanos(@Nullable Object value) {
    return switch (value) {
      case String text -> nanosOf(text);
      case GoInteger number when is(number, GoType.INT64) -> number.bits();
      case GoTime time -> now().minus(time);
      case null, default -> 0;
    };
  }

  private static long nanosOf(String text) {
    try {
      return GoDuration.parse(text);
    } catch (GoException e) {
      return 0;
    }
  }

  /** The largest unit that it's more than one of; signs are lost. */
  private static String rounded(long nanos) {
    long size = nanos < 0 ? -nanos : nanos;
    var units = List.of(365 * DAY, 30 * DAY, DAY, GoDuration.HOUR, GoDuration.MINUTE);
    var names = List.of("y", "mo", "d", "h", "m");
    for (int i = 0; i < units.size(); i++) {
      if (Long.compareUnsigned(size, units.get(i)) > 0) {
        return Long.divideUnsigned(size, units.get(i)) + names.get(i);
      }
    }
    return size > GoDuration.SECOND ? size / GoDuration.SECOND + "s" : "0s";
  }
}
