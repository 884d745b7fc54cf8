package io.burgee.helm.value.time;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A {@code time.Duration}: nanoseconds. */
public final class GoDuration {
  public static final GoType TYPE = GoType.named("time.Duration", Kind.INT64);

  public static final long SECOND = 1_000_000_000;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns",
          1L,
          "us",
          1_000L,
          "\u00B5s",
          1_000L,
          "\u03BCs",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          SECOND,
          "m",
          MINUTE,
          "h",
          HOUR);

  private GoDuration() {}

  /** One with its methods. */
  public static GoInteger of(long nanos) {
    return new GoInteger(TYPE, nanos, text(nanos), GoDuration::method);
  }

  /** Such as {@code 1h15m30.918273645s}. */
  public static String text(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    var out = new StringBuilder(nanos < 0 ? "-" : "");
    // The least number has no positive one, but it is one without a sign.
    long size = nanos < 0 ? -nanos : nanos;
    if (Long.compareUnsigned(size, SECOND) < 0) {
      long unit = size < 1_000 ? 1 : size < 1_000_000 ? 1_000 : 1_000_000;
      number(out, size, unit);
      return out.append(unit == 1 ? "ns" : unit == 1_000 ? "\u00B5s" : "ms").toString();
    }
    long hours = Long.divideUnsigned(size, HOUR);
    long rest = size - hours * HOUR;
    if (hours > 0) {
      out.append(hours).append('h');
    }
    if (hours > 0 || rest >= MINUTE) {
      out.append(rest / MINUTE).append('m');
    }
    number(out, rest % MINUTE, SECOND);
    return out.append('s').toString();
  }

  private static void number(StringBuilder out, long value, long unit) {
    out.append(value / unit);
    if (value % unit == 0) {
      return;
    }
    out.append('.');
    for (long rest = value % unit, place = unit / 10; rest > 0; rest %= place, place /= 10) {
      out.append(rest / place);
      if (place == 1) {
        return;
      }
    }
  }

  /**
   * Reads numbers with units, such as {@code -1.5h}.
   *
   * @throws GoException as {@code time.ParseDuration} has it
   */
  public static long parse(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return 0;
    }
    if (at == text.length()) {
      throw invalid("invalid duration", text);
    }
    long sum = 0;
    while (at < text.length()) {
      var part = DurationPart.read(text, at);
      var unit = UNITS.get(part.unit());
      if (unit == null) {
        throw part.unit().isEmpty()
            ? invalid("missing unit in duration", text)
            : invalid("unknown unit " + Cursor.quote(part.unit()) + " in duration", text);
      }
      sum = plus(sum, part.nanos(unit, text), text);
      at = part.end();
    }
    if (negative) {
      return -sum;
    }
    return plus(sum, 0, text, Long.MAX_VALUE);
  }

  private static long plus(long sum, long more, String text) {
    return plus(sum, more, text, Long.MIN_VALUE);
  }

  private static long plus(long sum, long more, String text, long most) {
    if (Long.compareUnsigned(sum + more, most) > 0) {
      throw invalid("invalid duration", text);
    }
    return sum + more;
  }

  static GoException invalid(String message, String text) {
    return new GoException("time: " + message + " " + Cursor.quote(text));
  }

  /** To the nearest multiple, halves away from zero; the longest one if that's too long. */
  public static long round(long nanos, long multiple) {
    if (multiple <= 0) {
      return nanos;
    }
    long rest = nanos % multiple;
    long size = Math.abs(rest);
    if (Long.compareUnsigned(size * 2, multiple) < 0) {
      return nanos - rest;
    }
    long up = nanos < 0 ? nanos + size - multiple : nanos - size + multiple;
    if (nanos < 0) {
      return up < nanos ? up : Long.MIN_VALUE;
    }
    return up > nanos ? up : Long.MAX_VALUE;
  }

  private static @Nullable GoFunction method(GoInteger self, String name) {
    long nanos = self.bits();
    return switch (name) {
      case "Hours" -> getter(name, parts(nanos, HOUR));
      case "Minutes" -> getter(name, parts(nanos, MINUTE));
      case "Seconds" -> getter(name, parts(nanos, SECOND));
      case "Milliseconds" -> getter(name, GoInteger.int64(nanos / 1_000_000));
      case "Microseconds" -> getter(name, GoInteger.int64(nanos / 1_000));
      case "Nanoseconds" -> getter(name, GoInteger.int64(nanos));
      case "String" -> getter(name, text(nanos));
      case "Abs" -> getter(name, of(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos)));
      case "Round" -> multiple(name, d -> of(round(nanos, d)));
      case "Truncate" -> multiple(name, d -> of(d <= 0 ? nanos : nanos - nanos % d));
      default -> null;
    };
  }

  private static double parts(long nanos, long unit) {
    long whole = nanos / unit;
    return whole + (double) (nanos % unit) / unit;
  }

  private static GoFunction getter(String name, Object value) {
    return new GoFunction(name, List.of(), null, a -> value);
  }

  private static GoFunction multiple(String name, LongFunction<Object> body) {
    return new GoFunction(name, List.of(TYPE), null, a -> body.apply(a.integer(0)));
  }
}
