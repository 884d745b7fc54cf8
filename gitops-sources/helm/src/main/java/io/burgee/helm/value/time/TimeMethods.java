package io.burgee.helm.value.time;

import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What templates can call on a time: the methods that give one value. */
final class TimeMethods {
  private TimeMethods() {}

  static @Nullable GoFunction find(GoTime time, String name) {
    var shown = shown(time, name);
    if (shown != null) {
      return new GoFunction(name, List.of(), null, a -> shown.get());
    }
    return switch (name) {
      case "Format" ->
          new GoFunction(name, List.of(GoType.STRING), null, a -> time.format(a.string(0)));
      case "Add" -> duration(name, time::plus);
      case "Round" -> duration(name, d -> round(time, d));
      case "Truncate" -> duration(name, d -> truncate(time, d));
      case "AddDate" ->
          new GoFunction(
              name,
              List.of(GoType.INT, GoType.INT, GoType.INT),
              null,
              a -> time.plusDate(a.integer(0), a.integer(1), a.integer(2)));
      case "After" -> compare(name, time, (x, y) -> x.compare(y) > 0);
      case "Before" -> compare(name, time, (x, y) -> x.compare(y) < 0);
      case "Equal" -> compare(name, time, (x, y) -> x.compare(y) == 0);
      case "Compare" -> other(name, a -> (long) time.compare(a));
      case "Sub" -> other(name, a -> GoDuration.of(time.minus(a)));
      case "In" ->
          new GoFunction(
              name,
              List.of(GoZone.TYPE),
              null,
              a -> a.any(0) instanceof GoZone zone ? time.in(zone) : missingZone());
      default -> null;
    };
  }

  private static @Nullable Supplier<Object> shown(GoTime time, String name) {
    return switch (name) {
      case "Year" -> () -> time.date().year();
      case "Month" -> () -> CalendarNames.month(time.date().month());
      case "Day" -> () -> (long) time.date().day();
      case "YearDay" -> () -> (long) time.date().yearDay();
      case "Weekday" -> () -> CalendarNames.weekday(time.weekday());
      case "Hour" -> () -> (long) time.secondOfDay() / 3600;
      case "Minute" -> () -> (long) time.secondOfDay() / 60 % 60;
      case "Second" -> () -> (long) time.secondOfDay() % 60;
      case "Nanosecond" -> () -> (long) time.nanos();
      case "Unix" -> () -> GoInteger.int64(time.seconds());
      case "UnixMilli" -> () -> unix(time, 1_000);
      case "UnixMicro" -> () -> unix(time, 1_000_000);
      case "UnixNano" -> () -> unix(time, 1_000_000_000);
      case "UTC" -> () -> time.in(GoZone.UTC);
      case "Local" -> () -> time.in(time.local());
      case "Location" -> time::zone;
      case "IsZero" -> time::isZero;
      case "IsDST" -> () -> time.zone().isSummerAt(time.seconds());
      case "String" -> time::text;
      case "GoString" -> time::toString;
      case "MarshalJSON" -> () -> GoStrings.encode('"' + time.rfc3339("Time.MarshalJSON: ") + '"');
      case "MarshalText" -> () -> GoStrings.encode(time.rfc3339("Time.MarshalText: "));
      default -> null;
    };
  }

  private static GoInteger unix(GoTime time, int perSecond) {
    return GoInteger.int64(time.seconds() * perSecond + time.nanos() / (1_000_000_000 / perSecond));
  }

  private static GoFunction duration(String name, LongFunction<GoTime> change) {
    return new GoFunction(name, List.of(GoDuration.TYPE), null, a -> change.apply(a.integer(0)));
  }

  private static GoTime truncate(GoTime time, long duration) {
    return duration <= 0 ? time : time.plus(-time.beyond(duration));
  }

  private static GoTime round(GoTime time, long duration) {
    if (duration <= 0) {
      return time;
    }
    long beyond = time.beyond(duration);
    return beyond < duration - beyond ? time.plus(-beyond) : time.plus(duration - beyond);
  }

  private interface OfTime {
    Object apply(GoTime other);
  }

  private static GoFunction other(String name, OfTime body) {
    return new GoFunction(
        name,
        List.of(GoTime.TYPE),
        null,
        a -> a.any(0) instanceof GoTime time ? body.apply(time) : missingZone());
  }

  private static GoFunction compare(String name, GoTime time, BiPredicate<GoTime, GoTime> test) {
    return other(name, a -> test.test(time, a));
  }

  private static Object missingZone() {
    throw new io.burgee.helm.value.GoException("time: missing Location in call to Time.In");
  }
}
