package io.burgee.helm.encoding;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.format.GoReals;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one value. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";
  private static final char REPLACEMENT = 0xFFFD;
  private static final int DEEPEST = 1_000;

  private final BoundedText out = new BoundedText();
  private final boolean escapesHtml;
  private final @Nullable String indent;
  private int depth;

  JsonWriter(boolean escapesHtml, @Nullable String indent) {
    this.escapesHtml = escapesHtml;
    this.indent = indent;
  }

  String write(@Nullable Object value) {
    value(value);
    return out.toString();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case String text -> string(text);
      case Boolean truth -> out.append(truth.toString());
      case Long number -> out.append(number.toString());
      case Double number -> real(number);
      case GoInteger number -> out.append(JsonCodec.integer(number));
      case byte[] bytes -> string(Base64.getEncoder().encodeToString(bytes));
      case GoMap map when map.isNil() -> out.append("null");
      case Map<?, ?> map -> map(map, sorted(map));
      case List<?> list -> {
        if (JsonCodec.isNil(list)) {
          out.append("null");
        } else {
          list(list);
        }
      }
      case GoTyped typed when typed.json() instanceof Map<?, ?> fields ->
          map(fields, fields.keySet());
      case GoTyped typed -> value(typed.json());
      default -> throw new GoException("json: unsupported type: " + JsonCodec.typeName(value));
    }
  }

  private void real(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoException("json: unsupported value: " + GoReals.text(number));
    }
    double size = Math.abs(number);
    boolean exponent = size != 0 && (size < 1e-6 || size >= 1e21);
    var text = GoReals.format(number, exponent ? 'e' : 'f', GoReals.SHORTEST);
    int end = text.length();
    // An exponent of one digit has no zero before it.
    if (exponent
        && end >= 4
        && text.charAt(end - 4) == 'e'
        && text.charAt(end - 3) == '-'
        && text.charAt(end - 2) == '0') {
      text = text.substring(0, end - 2) + text.charAt(end - 1);
    }
    out.append(text);
  }

  private static List<String> sorted(Map<?, ?> map) {
    return map.keySet().stream().map(String.class::cast).sorted(GoStrings.ORDER).toList();
  }

  private void map(Map<?, ?> map, Collection<?> keys) {
    enter();
    out.append('{');
    boolean first = true;
    for (var key : keys) {
      separate(first);
      first = false;
      string((String) key);
      out.append(indent == null ? ":" : ": ");
      value(map.get(key));
    }
    leave(first);
    out.append('}');
  }

  private void list(List<?> list) {
    enter();
    out.append('[');
    boolean first = true;
    for (var item : list) {
      separate(first);
      first = false;
      value(item);
    }
    leave(first);
    out.append(']');
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new GoException("json: unsupported value: encountered a cycle");
    }
  }

  private void separate(boolean first) {
    out.append(first ? "" : ",");
    if (indent != null) {
      out.append('\n').repeat(indent, depth);
    }
  }

  private void leave(boolean empty) {
    depth--;
    if (indent != null && !empty) {
      out.append('\n').repeat(indent, depth);
    }
  }

  private void string(String text) {
    // Bytes that together are a character after all count as one.
    var whole = GoStrings.hasLoneByte(text) ? GoStrings.decode(GoStrings.encode(text)) : text;
    out.append('"');
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < whole.length()
              && Character.isLowSurrogate(whole.charAt(i + 1));
      if (paired) {
        out.append(c).append(whole.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        escape(REPLACEMENT);
      } else {
        character(c);
      }
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x2028, 0x2029 -> escape(c);
      case '<', '>', '&' -> {
        if (escapesHtml) {
          escape(c);
        } else {
          out.append(c);
        }
      }
      default -> {
        if (c < ' ') {
          escape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 15));
    }
  }
}
