package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON: those without {@code must} hide errors as Sprig and Helm do. */
final class JsonFunctions {
  private static final String INDENT = "  ";
  private static final String NO_DICT = JsonCodec.mismatch(0.0, "map[string]interface {}");
  private static final String NO_LIST = JsonCodec.mismatch(0.0, "[]interface {}");

  private JsonFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("toJson", List.of(ANY), a -> orEmpty(() -> JsonCodec.write(a.any(0))));
    table.add("mustToJson", List.of(ANY), a -> JsonCodec.write(a.any(0)));
    table.add(
        "toPrettyJson",
        List.of(ANY),
        a -> orEmpty(() -> JsonCodec.writeIndented(a.any(0), INDENT)));
    table.add("mustToPrettyJson", List.of(ANY), a -> JsonCodec.writeIndented(a.any(0), INDENT));
    table.add("toRawJson", List.of(ANY), a -> JsonCodec.writeRaw(a.any(0)));
    table.alias("mustToRawJson", "toRawJson");
    table.add("fromJson", List.of(STRING), a -> fromJson(a.string(0), a.meter()));
    table.add("fromJsonArray", List.of(STRING), a -> fromJsonArray(a.string(0), a.meter()));
    table.add("mustFromJson", List.of(STRING), a -> JsonCodec.read(a.string(0), a.meter()));
  }

  static String orEmpty(Supplier<String> text) {
    try {
      return text.get();
    } catch (GoException e) {
      return "";
    }
  }

  private static Map<?, ?> fromJson(String text, Meter meter) {
    try {
      return switch (JsonCodec.read(text, meter)) {
        case null -> io.burgee.helm.value.GoMap.nil(io.burgee.helm.value.GoType.DICT);
        case Map<?, ?> map -> map;
        case Object other -> error(JsonCodec.mismatch(other, "map[string]interface {}"));
      };
    } catch (GoException e) {
      return error(startsNumber(text, e) ? NO_DICT : e.getMessage());
    }
  }

  /** A number that is too large is first of all no dict and no list. */
  private static boolean startsNumber(String text, GoException e) {
    var start = text.stripLeading();
    return String.valueOf(e.getMessage()).startsWith("json: cannot unmarshal number ")
        && !start.startsWith("{")
        && !start.startsWith("[");
  }

  static Map<String, @Nullable Object> error(@Nullable String message) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("Error", message);
    return map;
  }

  private static List<?> fromJsonArray(String text, Meter meter) {
    try {
      return switch (JsonCodec.read(text, meter)) {
        case null -> io.burgee.helm.value.GoSlice.nil(io.burgee.helm.value.GoType.LIST);
        case List<?> list -> list;
        case Object other -> errors(JsonCodec.mismatch(other, "[]interface {}"));
      };
    } catch (GoException e) {
      return errors(startsNumber(text, e) ? NO_LIST : e.getMessage());
    }
  }

  static List<@Nullable Object> errors(@Nullable String message) {
    var list = new ArrayList<@Nullable Object>();
    list.add(message);
    return list;
  }
}
