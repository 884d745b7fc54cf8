package io.burgee.helm.values;

import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.format.GoQuote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets values by texts such as {@code a.b[0]=x,c={1,2}}, as Helm's flags do. What stands before an
 * error has been set.
 */
public final class SetParser {
  private static final int LARGEST_INDEX = 65_536;
  private static final int DEEPEST = 30;
  private static final int END = -1;

  /** What values are. */
  private enum Mode {
    PLAIN,
    JSON,
    LITERAL
  }

  private final int[] text;
  private final Mode mode;
  private final Function<String, @Nullable Object> reader;
  private int at;

  private SetParser(String text, Mode mode, Function<String, @Nullable Object> reader) {
    this.text = text.codePoints().toArray();
    this.mode = mode;
    this.reader = reader;
  }

  /** As {@code --set}: truths, whole numbers and null have their type. */
  public static void set(String text, Map<String, @Nullable Object> into) {
    new SetParser(text, Mode.PLAIN, SetParser::typed).parse(into);
  }

  /** As {@code --set-string}: all values are texts. */
  public static void setString(String text, Map<String, @Nullable Object> into) {
    new SetParser(text, Mode.PLAIN, value -> value).parse(into);
  }

  /** As {@code --set-file}: values are the contents of files, which the reader gives. */
  public static void setFile(
      String text, Map<String, @Nullable Object> into, Function<String, String> files) {
    new SetParser(text, Mode.PLAIN, files::apply).parse(into);
  }

  /** As {@code --set-json}: values are JSON. */
  public static void setJson(String text, Map<String, @Nullable Object> into) {
    new SetParser(text, Mode.JSON, value -> value).parse(into);
  }

  /** As {@code --set-literal}: one value, in which nothing has a meaning. */
  public static void setLiteral(String text, Map<String, @Nullable Object> into) {
    new SetParser(text, Mode.LITERAL, value -> value).parse(into);
  }

  private void parse(Map<String, @Nullable Object> into) {
    boolean more = true;
    while (more) {
      more = key(into, 0);
    }
  }

  /** One key with its value; false at the end of the text. */
  private boolean key(Map<String, @Nullable Object> data, int depth) {
    var found = until(mode == Mode.LITERAL ? "=[." : "=[,.");
    var key = found.text();
    switch (found.stop()) {
      case END -> {
        if (key.isEmpty()) {
          return false;
        }
        throw new ValuesException("key " + GoQuote.quote(key) + " has no value");
      }
      case '[' -> {
        long index = index();
        var list = list(data.get(key), data.containsKey(key));
        var changed = item(list, index, depth);
        put(data, key, changed);
        return true;
      }
      case '=' -> {
        return value(data, key);
      }
      case ',' -> {
        put(data, key, "");
        throw new ValuesException(
            "key " + GoQuote.quote(key) + " has no value (cannot end with ,)");
      }
      default -> {
        return nested(data, key, depth + 1);
      }
    }
  }

  private boolean value(Map<String, @Nullable Object> data, String key) {
    switch (mode) {
      case LITERAL -> {
        put(data, key, rest());
        return true;
      }
      case JSON -> {
        put(data, key, json());
        return true;
      }
      case PLAIN -> {
        if (at >= text.length) {
          put(data, key, "");
          return false;
        }
        put(data, key, plain());
        return true;
      }
    }
    throw new IllegalStateException(mode.name());
  }

  private boolean nested(Map<String, @Nullable Object> data, String key, int depth) {
    if (depth > DEEPEST) {
      throw new ValuesException(
          "value name nested level is greater than maximum supported nested level of " + DEEPEST);
    }
    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
    if (data.containsKey(key)) {
      inner = requireTable(data.get(key));
    }
    boolean more;
    try {
      more = key(inner, depth);
    } finally {
      if (!inner.isEmpty()) {
        put(data, key, inner);
      }
    }
    if (more && inner.isEmpty()) {
      throw new ValuesException("key map " + GoQuote.quote(key) + " has no value");
    }
    return more;
  }

  private static Map<String, @Nullable Object> requireTable(@Nullable Object value) {
    var table = Tables.table(value);
    if (table == null) {
      throw conversion(value, "map[string]interface {}");
    }
    return table;
  }

  private static List<@Nullable Object> list(@Nullable Object value, boolean present) {
    if (!present) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw conversion(value, "[]interface {}");
  }

  private static ValuesException conversion(@Nullable Object value, String wanted) {
    var type = GoType.of(value);
    return new ValuesException(
        "unable to parse key: interface conversion: interface {} is "
            + (type == null ? "nil" : type.name())
            + ", not "
            + wanted);
  }

  private long index() {
    var found = until("]");
    if (found.stop() == END) {
      throw new ValuesException("error parsing index: EOF");
    }
    try {
      return Long.parseLong(found.text());
    } catch (NumberFormatException e) {
      throw new ValuesException(
          "error parsing index: strconv.Atoi: parsing "
              + GoQuote.quote(found.text())
              + ": invalid syntax");
    }
  }

  private List<@Nullable Object> item(List<@Nullable Object> list, long index, int depth) {
    if (index < 0) {
      throw new ValuesException("negative " + index + " index not allowed");
    }
    var found = until("[.=");
    if (!found.text().isEmpty()) {
      throw new ValuesException(
          "unexpected data at end of array index: " + GoQuote.quote(found.text()));
    }
    return switch (found.stop()) {
      case END -> list; // nothing is set
      case '=' -> with(list, index, itemValue());
      case '[' -> {
        long next = index();
        Object present = index < list.size() ? list.get((int) index) : null;
        yield with(list, index, item(list(present, present != null), next, depth));
      }
      default -> {
        Object present = index < list.size() ? list.get((int) index) : null;
        var inner = Tables.table(present);
        if (inner == null) {
          inner = new LinkedHashMap<>();
        }
        key(inner, depth);
        yield with(list, index, inner);
      }
    };
  }

  private @Nullable Object itemValue() {
    return switch (mode) {
      case LITERAL -> rest();
      case JSON -> json();
      case PLAIN -> at >= text.length ? "" : plain();
    };
  }

  private static List<@Nullable Object> with(
      List<@Nullable Object> list, long index, @Nullable Object value) {
    if (index > LARGEST_INDEX) {
      throw new ValuesException(
          "index of " + index + " is greater than maximum supported index of " + LARGEST_INDEX);
    }
    var changed = new ArrayList<>(list);
    while (changed.size() <= index) {
      changed.add(null);
    }
    changed.set((int) index, value);
    return changed;
  }

  /** A list in braces, or what the reader makes of the text up to the next comma. */
  private @Nullable Object plain() {
    if (text[at] != '{') {
      return reader.apply(until(",").text());
    }
    at++;
    var list = new ArrayList<@Nullable Object>();
    while (true) {
      var found = until(",}");
      if (found.stop() == END) {
        throw new ValuesException("list must terminate with '}'");
      }
      list.add(reader.apply(found.text()));
      if (found.stop() == '}') {
        if (at < text.length && text[at] == ',') {
          at++;
        }
        return list;
      }
    }
  }

  private @Nullable Object json() {
    if (isEmptyValue()) {
      return null;
    }
    var rest = new String(text, at, text.length - at);
    try {
      var read = JsonCodec.readPrefix(rest);
      at += rest.codePointCount(0, read.end());
      isEmptyValue();
      return read.value();
    } catch (GoException e) {
      throw new ValuesException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether only blanks stand before the next comma, which is passed. */
  private boolean isEmptyValue() {
    while (at < text.length) {
      int c = text[at];
      if (c == ',') {
        at++;
        return true;
      }
      if (!Character.isWhitespace(c)) {
        return false;
      }
      at++;
    }
    return true;
  }

  private String rest() {
    var rest = new String(text, at, text.length - at);
    at = text.length;
    return rest;
  }

  /** A text and the character that ended it. */
  private record Found(String text, int stop) {}

  private Found until(String stops) {
    var out = new StringBuilder();
    while (at < text.length) {
      int c = text[at++];
      if (stops.indexOf(c) >= 0) {
        return new Found(out.toString(), c);
      }
      if (c == '\\' && mode != Mode.LITERAL) {
        if (at >= text.length) {
          break;
        }
        c = text[at++];
      }
      out.appendCodePoint(c);
    }
    return new Found(out.toString(), END);
  }

  private static void put(Map<String, @Nullable Object> data, String key, @Nullable Object value) {
    if (!key.isEmpty()) {
      data.put(key, value);
    }
  }

  private static @Nullable Object typed(String value) {
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return value.equalsIgnoreCase("true");
    }
    if (value.equalsIgnoreCase("null")) {
      return null;
    }
    if (value.equals("0")) {
      return GoInteger.int64(0);
    }
    boolean digits =
        !value.isEmpty()
            && value.charAt(0) != '0'
            && Arrays.stream(codes(value)).allMatch(SetParser::isNumeric);
    if (digits) {
      try {
        return GoInteger.int64(Long.parseLong(value));
      } catch (NumberFormatException e) {
        return value; // too large, or a sign only: a text
      }
    }
    return value;
  }

  private static int[] codes(String value) {
    return value.chars().toArray();
  }

  private static boolean isNumeric(int c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+';
  }
}
