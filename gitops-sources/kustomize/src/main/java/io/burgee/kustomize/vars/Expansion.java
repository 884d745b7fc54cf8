package io.burgee.kustomize.vars;

import io.burgee.kustomize.generate.Base64Lines;
import io.burgee.yaml.Tag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code $(NAME)} in texts; {@code $$} is a dollar. What isn't known stays as it is. A
 * text that is nothing but one reference becomes the value with its type.
 */
final class Expansion {
  private final Map<String, VarValue> values;
  private final Set<String> unused;
  private final IntConsumer grown;

  /**
   * @param grown is told how much text values add, before it is there
   */
  Expansion(Map<String, VarValue> values, IntConsumer grown) {
    this.values = values;
    this.grown = grown;
    this.unused = new HashSet<>(values.keySet());
  }

  List<String> unused() {
    return unused.stream().sorted().toList();
  }

  /** A text of a type. */
  record Typed(String text, Tag tag) {}

  Typed of(String input) {
    if (input.startsWith("$(") && input.indexOf(')') == input.length() - 1) {
      var value = use(input.substring(2, input.length() - 1));
      return value == null ? new Typed(input, Tag.STRING) : new Typed(value.whole(), value.tag());
    }
    return new Typed(isAscii(input) ? expand(input, false) : expandBytes(input), Tag.STRING);
  }

  /**
   * The real tool works on bytes. It takes one byte after a dollar for a character, which tears
   * others apart; what isn't text then is written in base64.
   */
  private String expandBytes(String input) {
    var bytes = expand(toBytes(input), true).getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException torn) {
      return Base64Lines.encode(bytes);
    }
  }

  private String expand(String input, boolean bytes) {
    var out = new StringBuilder(input.length());
    int at = 0;
    int dollar = input.indexOf('$');
    while (dollar >= 0 && dollar + 1 < input.length()) {
      out.append(input, at, dollar);
      char next = input.charAt(dollar + 1);
      int close = next == '(' ? input.indexOf(')', dollar + 2) : -1;
      if (close >= 0) {
        reference(input.substring(dollar + 2, close), bytes, out);
        at = close + 1;
      } else {
        out.append(next == '$' ? "" : "$").append(bytes ? toBytes("" + next) : next);
        at = dollar + 2;
      }
      dollar = input.indexOf('$', at);
    }
    return out.append(input, at, input.length()).toString();
  }

  private void reference(String name, boolean bytes, StringBuilder out) {
    var value = use(bytes ? fromBytes(name) : name);
    if (value == null) {
      out.append("$(").append(name).append(')');
    } else {
      grown.accept(value.within().length());
      out.append(bytes ? toBytes(value.within()) : value.within());
    }
  }

  private @Nullable VarValue use(String name) {
    var value = values.get(name);
    if (value != null) {
      unused.remove(name);
    }
    return value;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** A character for each byte. */
  private static String toBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String fromBytes(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
