package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.FLOAT64;
import static io.burgee.helm.value.GoType.INT;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic: whole numbers of 64 bits, and decimals where Sprig takes those. */
final class MathFunctions {
  /** Digits behind the point of a quotient. */
  private static final int DIVISION_PRECISION = 16;

  private MathFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("add", List.of(), ANY, a -> fold(a, 0, a.rest(0), Long::sum));
    table.add("add1", List.of(ANY), a -> GoInteger.int64(Casts.integer(a.any(0)) + 1));
    table.add("mul", List.of(ANY), ANY, a -> foldFirst(a, (x, y) -> x * y));
    table.add("max", List.of(ANY), ANY, a -> foldFirst(a, Math::max));
    table.alias("biggest", "max");
    table.add("min", List.of(ANY), ANY, a -> foldFirst(a, Math::min));
    two(table, "sub", (x, y) -> x - y);
    two(table, "div", (x, y) -> x / nonZero(y));
    two(table, "mod", (x, y) -> x % nonZero(y));
    table.add("maxf", List.of(ANY), ANY, a -> reals(a, Math::max));
    table.add("minf", List.of(ANY), ANY, a -> reals(a, Math::min));
    table.add(
        "add1f", List.of(ANY), a -> decimal(BigDecimal.ONE).add(decimal(a.any(0))).doubleValue());
    table.add("addf", List.of(), ANY, a -> decimals(BigDecimal.ZERO, a.rest(0), BigDecimal::add));
    decimals(table, "subf", BigDecimal::subtract);
    decimals(table, "mulf", BigDecimal::multiply);
    decimals(table, "divf", MathFunctions::quotient);
    table.add("floor", List.of(ANY), a -> Math.floor(Casts.real(a.any(0))));
    table.add("ceil", List.of(ANY), a -> Math.ceil(Casts.real(a.any(0))));
    table.add("round", List.of(ANY, INT), FLOAT64, MathFunctions::round);
    table.add("until", List.of(INT), MathFunctions::until);
    table.add(
        "untilStep",
        List.of(INT, INT, INT),
        a -> steps(a.meter(), a.integer(0), a.integer(1), a.integer(2)));
    table.add("seq", List.of(), INT, MathFunctions::sequence);
  }

  private static Object foldFirst(Arguments a, LongBinaryOperator operator) {
    return fold(a, Casts.integer(a.any(0)), a.rest(1), operator);
  }

  private static Object fold(
      Arguments a, long first, List<@Nullable Object> others, LongBinaryOperator operator) {
    a.meter().steps(others.size());
    long result = first;
    for (var each : others) {
      result = operator.applyAsLong(result, Casts.integer(each));
    }
    return GoInteger.int64(result);
  }

  private static void two(FunctionTable table, String name, LongBinaryOperator operator) {
    GoFunction.Body body =
        a ->
            GoInteger.int64(operator.applyAsLong(Casts.integer(a.any(0)), Casts.integer(a.any(1))));
    table.add(name, List.of(ANY, ANY), body);
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw new GoException("runtime error: integer divide by zero");
    }
    return divisor;
  }

  private static double reals(Arguments a, DoubleBinaryOperator operator) {
    double result = Casts.real(a.any(0));
    for (var each : a.rest(1)) {
      result = operator.applyAsDouble(result, Casts.real(each));
    }
    return result;
  }

  private static void decimals(
      FunctionTable table, String name, BinaryOperator<BigDecimal> operator) {
    table.add(name, List.of(ANY), ANY, a -> decimals(decimal(a.any(0)), a.rest(1), operator));
  }

  private static double decimals(
      BigDecimal first, List<@Nullable Object> others, BinaryOperator<BigDecimal> operator) {
    var result = first;
    for (var each : others) {
      result = operator.apply(result, decimal(each));
    }
    return result.doubleValue();
  }

  private static BigDecimal decimal(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    double real = Casts.real(value);
    if (Double.isNaN(real) || Double.isInfinite(real)) {
      var name = Double.isNaN(real) ? "NaN" : real > 0 ? "+Inf" : "-Inf";
      throw new GoException("Cannot create a Decimal from " + name);
    }
    return new BigDecimal(Double.toString(real));
  }

  private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new GoException("decimal division by 0");
    }
    return dividend.divide(divisor, DIVISION_PRECISION, RoundingMode.HALF_UP);
  }

  private static double round(Arguments a) {
    double from = a.count() > 2 ? a.real(2) : 0.5;
    double power = Math.pow(10, (double) a.integer(1));
    double shifted = power * Casts.real(a.any(0));
    double fraction = shifted - (shifted < 0 ? Math.ceil(shifted) : Math.floor(shifted));
    return (fraction >= from ? Math.ceil(shifted) : Math.floor(shifted)) / power;
  }

  private static Object until(Arguments a) {
    long count = a.integer(0);
    return steps(a.meter(), 0, count, count < 0 ? -1 : 1);
  }

  /** Up or down to the end, which isn't in it; empty if the step leads elsewhere. */
  private static GoSlice steps(Meter meter, long start, long stop, long step) {
    boolean down = stop < start;
    if (down ? step >= 0 : step <= 0) {
      return Lists.integers(List.of());
    }
    double count = Math.ceil(((double) stop - (double) start) / step);
    meter.list((long) count);
    meter.steps((long) count);
    var items = new ArrayList<Long>((int) count);
    for (long i = start; down ? i > stop : i < stop; i += step) {
      items.add(i);
    }
    return Lists.integers(items);
  }

  private static String sequence(Arguments a) {
    return switch (a.count()) {
      case 1 -> sequence(a.meter(), 1, a.integer(0) < 1 ? -1 : 1, a.integer(0));
      case 2 ->
          sequence(a.meter(), a.integer(0), a.integer(1) < a.integer(0) ? -1 : 1, a.integer(1));
      case 3 -> sequence(a.meter(), a.integer(0), a.integer(1), a.integer(2));
      default -> "";
    };
  }

  private static String sequence(Meter meter, long start, long step, long end) {
    boolean down = end < start;
    if (down && step > 0) {
      return "";
    }
    var out = new StringJoiner(" ");
    for (var each : steps(meter, start, end + (down ? -1 : 1), step)) {
      out.add(String.valueOf(each));
    }
    return out.toString();
  }
}
