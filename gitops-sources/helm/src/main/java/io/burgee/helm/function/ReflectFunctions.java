package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.value.GoType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What types values have. */
final class ReflectFunctions {
  private ReflectFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("typeOf", List.of(ANY), a -> type(a.any(0)));
    table.add("typeIs", List.of(STRING, ANY), a -> a.string(0).equals(type(a.any(1))));
    table.add("typeIsLike", List.of(STRING, ANY), a -> isLike(a.string(0), type(a.any(1))));
    table.add("kindOf", List.of(ANY), a -> GoType.kind(a.any(0)).text());
    table.add(
        "kindIs", List.of(STRING, ANY), a -> a.string(0).equals(GoType.kind(a.any(1)).text()));
    table.add(
        "deepEqual", List.of(ANY, ANY), a -> new Equality(a.meter()).equal(a.any(0), a.any(1)));
  }

  private static String type(@Nullable Object value) {
    var type = GoType.of(value);
    return type == null ? "<nil>" : type.name();
  }

  private static boolean isLike(String wanted, String type) {
    return type.equals(wanted) || type.equals("*" + wanted);
  }
}
