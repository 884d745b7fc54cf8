package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.BOOL;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Choosing between values. */
final class LogicFunctions {
  private LogicFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("default", List.of(ANY), ANY, LogicFunctions::defaulted);
    table.add("empty", List.of(ANY), a -> Casts.isEmpty(a.any(0)));
    table.add("coalesce", List.of(), ANY, LogicFunctions::coalesce);
    table.add("all", List.of(), ANY, a -> a.rest(0).stream().noneMatch(Casts::isEmpty));
    table.add("any", List.of(), ANY, a -> !a.rest(0).stream().allMatch(Casts::isEmpty));
    table.add("ternary", List.of(ANY, ANY, BOOL), a -> a.any(a.bool(2) ? 0 : 1));
    table.add(
        "fail",
        List.of(STRING),
        a -> {
          throw new GoException(a.string(0));
        });
  }

  private static @Nullable Object defaulted(Arguments a) {
    return a.count() < 2 || Casts.isEmpty(a.any(1)) ? a.any(0) : a.any(1);
  }

  private static @Nullable Object coalesce(Arguments a) {
    for (var value : a.rest(0)) {
      if (!Casts.isEmpty(value)) {
        return value;
      }
    }
    return null;
  }
}
