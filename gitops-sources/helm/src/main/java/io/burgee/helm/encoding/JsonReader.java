package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one value; the whole text must be it. */
final class JsonReader {
  /** As Go bounds it. */
  private static final int DEEPEST = 10_000;

  private static final int OUR_DEEPEST = 1_000;

  private final String text;
  private final @Nullable Meter meter;
  private int at;
  private int depth;
  private @Nullable String tooLarge;

  /**
   * @param meter counts what is read; null if the text is nobody's program
   */
  JsonReader(String text, @Nullable Meter meter) {
    this.text = text;
    this.meter = meter;
  }

  private void count() {
    if (meter != null) {
      meter.item();
    }
  }

  @Nullable Object read() {
    blanks();
    Object value = value();
    blanks();
    if (at < text.length()) {
      throw invalid("after top-level value");
    }
    // A number that is too large is only told of in a text without other errors.
    if (tooLarge != null) {
      throw new GoException(tooLarge);
    }
    return value;
  }

  JsonCodec.Prefix readPrefix() {
    blanks();
    Object value = value();
    return new JsonCodec.Prefix(value, at);
  }

  private @Nullable Object value() {
    if (at >= text.length()) {
      throw end();
    }
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw invalid("looking for beginning of value");
    };
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    for (int i = 1; i < word.length(); i++) {
      at++;
      if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
        throw invalid("in literal " + word + " (expecting " + quoted(word.charAt(i)) + ")");
      }
    }
    at++;
    return value;
  }

  private Map<String, @Nullable Object> object() {
    enter();
    var map = new LinkedHashMap<String, @Nullable Object>();
    at++;
    blanks();
    if (peek() == '}') {
      at++;
      depth--;
      return map;
    }
    while (true) {
      if (peek() != '"') {
        throw invalid("looking for beginning of object key string");
      }
      var key = string();
      blanks();
      if (peek() != ':') {
        throw invalid("after object key");
      }
      at++;
      blanks();
      count();
      map.put(key, value());
      blanks();
      char c = peek();
      if (c != ',' && c != '}') {
        throw invalid("after object key:value pair");
      }
      at++;
      if (c == '}') {
        depth--;
        return map;
      }
      blanks();
    }
  }

  private List<@Nullable Object> array() {
    enter();
    var list = new ArrayList<@Nullable Object>();
    at++;
    blanks();
    if (peek() == ']') {
      at++;
      depth--;
      return list;
    }
    while (true) {
      count();
      list.add(value());
      blanks();
      char c = peek();
      if (c != ',' && c != ']') {
        throw invalid("after array element");
      }
      at++;
      if (c == ']') {
        depth--;
        return list;
      }
      blanks();
    }
  }

  private void enter() {
    if (++depth > OUR_DEEPEST) {
      throw new GoException("exceeded max depth" + (depth > DEEPEST ? "" : " of " + OUR_DEEPEST));
    }
  }

  private String string() {
    var out = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw end();
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return JsonCodec.valid(out.toString());
      }
      if (c < ' ') {
        throw invalid("in string literal");
      }
      if (c == '\\') {
        escape(out);
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private void escape(StringBuilder out) {
    at++;
    char c = at < text.length() ? text.charAt(at) : ' ';
    switch (c) {
      case '"', '\\', '/' -> out.append(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        unicode(out);
        return;
      }
      default -> throw invalid("in string escape code");
    }
    at++;
  }

  private void unicode(StringBuilder out) {
    char first = hex();
    boolean pair = Character.isHighSurrogate(first) && text.startsWith("\\u", at);
    if (!pair) {
      out.append(Character.isSurrogate(first) ? '\uFFFD' : first);
      return;
    }
    int back = at;
    at++;
    char second = hex();
    if (Character.isLowSurrogate(second)) {
      out.append(first).append(second);
    } else {
      out.append('\uFFFD');
      at = back;
    }
  }

  /** Four digits behind the {@code u} that is here. */
  private char hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      char c = at < text.length() ? text.charAt(at) : ' ';
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw invalid("in \\u hexadecimal character escape");
      }
      value = value << 4 | digit;
    }
    at++;
    return (char) value;
  }

  private Double number() {
    int start = at;
    if (peek() == '-') {
      at++;
      if (!isDigit()) {
        throw invalid("in numeric literal");
      }
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      require("after decimal point in numeric literal");
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      require("in exponent of numeric literal");
    }
    var number = text.substring(start, at);
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value) && tooLarge == null) {
      tooLarge = "json: cannot unmarshal number " + number + " into Go value of type float64";
    }
    return value;
  }

  private void require(String place) {
    if (!isDigit()) {
      throw invalid(place);
    }
    digits();
  }

  private void digits() {
    while (isDigit()) {
      at++;
    }
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw end();
    }
    return text.charAt(at);
  }

  private static GoException end() {
    return new GoException("unexpected end of JSON input");
  }

  /** By its first byte if it has many; a text that ends too early ends with a blank. */
  private GoException invalid(String place) {
    int c = ' ';
    if (at < text.length()) {
      c = GoStrings.encode(Character.toString(text.codePointAt(at)))[0] & 0xFF;
    }
    return new GoException("invalid character " + quoted(c) + " " + place);
  }

  private static String quoted(int c) {
    if (c == '\'') {
      return "'\\''";
    }
    if (c == '"') {
      return "'\"'";
    }
    var text = io.burgee.helm.value.format.GoQuote.quote(Character.toString(c));
    return "'" + text.substring(1, text.length() - 1) + "'";
  }
}
