package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML: errors are hidden, or told in what is given, as Helm does. */
final class YamlFunctions {
  private YamlFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("toYaml", List.of(ANY), a -> JsonFunctions.orEmpty(() -> write(a)));
    table.add("mustToYaml", List.of(ANY), YamlFunctions::write);
    table.add("toYamlPretty", List.of(ANY), a -> JsonFunctions.orEmpty(() -> writePretty(a)));
    table.add("fromYaml", List.of(STRING), a -> fromYaml(a.string(0), a.meter()));
    table.add("fromYamlArray", List.of(STRING), a -> fromYamlArray(a.string(0), a.meter()));
  }

  private static String write(Arguments a) {
    return counted(YamlCodec.write(a.any(0), a.meter()), a);
  }

  private static String writePretty(Arguments a) {
    return counted(YamlCodec.writePretty(a.any(0), a.meter()), a);
  }

  private static String counted(String text, Arguments a) {
    a.meter().string(text.length());
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Map<?, ?> fromYaml(String text, Meter meter) {
    try {
      return switch (YamlCodec.read(text, meter)) {
        case null -> new LinkedHashMap<>();
        case Map<?, ?> map -> map;
        case Object other ->
            JsonFunctions.error(YamlCodec.mismatch(other, "map[string]interface {}").getMessage());
      };
    } catch (GoException e) {
      return JsonFunctions.error(e.getMessage());
    }
  }

  private static List<?> fromYamlArray(String text, Meter meter) {
    try {
      return switch (YamlCodec.read(text, meter)) {
        case null -> new ArrayList<@Nullable Object>();
        case List<?> list -> list;
        case Object other ->
            JsonFunctions.errors(YamlCodec.mismatch(other, "[]interface {}").getMessage());
      };
    } catch (GoException e) {
      return JsonFunctions.errors(e.getMessage());
    }
  }
}
