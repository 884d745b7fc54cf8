package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.format.GoFormat;
import java.util.List;

/** Values as numbers. */
final class ConversionFunctions {
  private static final int OCTAL = 8;

  private ConversionFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("int", List.of(ANY), a -> Casts.integer(a.any(0)));
    table.add("int64", List.of(ANY), a -> GoInteger.int64(Casts.integer(a.any(0))));
    table.add("float64", List.of(ANY), a -> Casts.real(a.any(0)));
    table.add("atoi", List.of(STRING), a -> Casts.saturated(a.string(0)));
    table.add("toDecimal", List.of(ANY), a -> GoInteger.int64(octal(GoFormat.text(a.any(0)))));
  }

  private static long octal(String text) {
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return Casts.parse(text.substring(sign), OCTAL, text.startsWith("-"));
  }
}
