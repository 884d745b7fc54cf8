package io.burgee.kube;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map of strings as Go's encoding/json writes it, byte for byte: checksums depend on it. */
final class GoJson {
  private GoJson() {}

  /**
   * @param map null and empty are the same after a trip through the API server, and Go sees nil
   */
  static String write(@Nullable Map<String, String> map) {
    if (map == null || map.isEmpty()) {
      return "null";
    }
    var out = new StringBuilder("{");
    new TreeMap<>(map)
        .forEach(
            (key, value) -> {
              out.append(out.length() == 1 ? "" : ",");
              string(key, out);
              string(value, out.append(':'));
            });
    return out.append('}').toString();
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      character(text.charAt(i), out);
    }
    out.append('"');
  }

  private static void character(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
          out.append("\\u%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
