package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.encoding.TomlCodec;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import java.util.List;
import java.util.Map;

/** TOML: errors are told in what is given, as Helm does. */
final class TomlFunctions {
  private TomlFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("toToml", List.of(ANY), TomlFunctions::toToml);
    table.add("mustToToml", List.of(ANY), a -> TomlCodec.write(a.any(0), a.meter()));
    table.add("fromToml", List.of(STRING), TomlFunctions::fromToml);
  }

  private static Map<?, ?> fromToml(Arguments a) {
    try {
      return TomlCodec.read(a.string(0), a.meter());
    } catch (GoException e) {
      return JsonFunctions.error(e.getMessage());
    }
  }

  private static String toToml(Arguments a) {
    if (a.any(0) == null) {
      return TomlCodec.write(null, a.meter()); // the only error that isn't told
    }
    try {
      return TomlCodec.write(a.any(0), a.meter());
    } catch (GoException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
