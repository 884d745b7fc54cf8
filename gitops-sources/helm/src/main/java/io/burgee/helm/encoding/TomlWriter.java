package io.burgee.helm.encoding;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.format.GoReals;
import io.burgee.helm.value.time.GoTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes TOML as BurntSushi's library does: what is no table first, sub-tables indented by two for
 * each level, tables in lists as arrays of tables if nothing else is in the list.
 */
final class TomlWriter {
  private static final int DEEPEST = 300;

  private final BoundedText out = new BoundedText(256);
  private final List<String> path = new ArrayList<>();
  private final @Nullable Meter meter;
  private int depth;

  /** What a value is to TOML. */
  private enum Form {
    NOTHING,
    VALUE,
    TABLE,
    TABLES
  }

  /** Text that needs no quotes: a time. */
  private record Bare(String text) {}

  TomlWriter(@Nullable Meter meter) {
    this.meter = meter;
  }

  String write(@Nullable Object value) {
    if (value == null) {
      throw new GoException("reflect: call of reflect.Value.Type on zero Value");
    }
    encode(java.util.Objects.requireNonNull(plain(value)));
    return out.toString();
  }

  private void encode(Object value) {
    switch (form(value, 0)) {
      case NOTHING -> {}
      case VALUE -> keyValue(value, false);
      case TABLE -> table((Map<?, ?>) value);
      case TABLES -> tables((List<?>) value);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case GoInteger integer ->
          integer.type().name().equals("time.Duration") && integer.text() != null
              ? integer.text()
              : PlainValues.number(integer);
      case List<?> list -> JsonCodec.isNil(list) ? null : list;
      case Map<?, ?> map -> map;
      case GoTime time -> new Bare(time(time));
      case GoTyped typed -> {
        Object json = typed.json();
        yield json instanceof Map<?, ?> map
            ? new StructFields(map, UnaryOperator.identity())
            : plain(json);
      }
      default -> value;
    };
  }

  private static String time(GoTime time) {
    return time.format(
        switch (time.zone().text()) {
          case TomlNumbers.LOCAL_DATETIME -> "2006-01-02T15:04:05.999999999";
          case TomlNumbers.LOCAL_DATE -> "2006-01-02";
          case TomlNumbers.LOCAL_TIME -> "15:04:05.999999999";
          default -> "2006-01-02T15:04:05.999999999Z07:00";
        });
  }

  private Form form(@Nullable Object value, int level) {
    if (level > DEEPEST) {
      throw deep();
    }
    return switch (plain(value)) {
      case null -> Form.NOTHING;
      case Map<?, ?> _ -> Form.TABLE;
      case List<?> list -> form(list, level);
      default -> Form.VALUE;
    };
  }

  private Form form(List<?> list, int level) {
    boolean tables = !list.isEmpty();
    for (var item : list) {
      step();
      var form = form(item, level + 1);
      if (form == Form.NOTHING) {
        throw new GoException("toml: cannot encode array with nil element");
      }
      tables &= form == Form.TABLE;
    }
    return tables ? Form.TABLES : Form.VALUE;
  }

  private static LimitException deep() {
    return new LimitException("limit exceeded: more than " + DEEPEST + " values in each other");
  }

  private void step() {
    PlainValues.count(meter, out.length());
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw deep();
    }
  }

  private void table(Map<?, ?> table) {
    if (path.size() == 1) {
      newline();
    }
    if (!path.isEmpty()) {
      indent();
      out.append('[');
      header();
      out.append("]\n");
    }
    entries(table, false);
  }

  private void tables(List<?> tables) {
    if (path.isEmpty()) {
      throw new GoException("toml: top-level values must be Go maps or structs");
    }
    for (var table : tables) {
      newline();
      indent();
      out.append("[[");
      header();
      out.append("]]\n");
      entries((Map<?, ?>) java.util.Objects.requireNonNull(plain(table)), false);
    }
  }

  private void entries(Map<?, ?> table, boolean inline) {
    enter();
    var direct = new ArrayList<String>();
    var nested = new ArrayList<String>();
    for (var key : keys(table)) {
      step();
      var form = form(table.get(key), 0);
      (form == Form.TABLE || form == Form.TABLES ? nested : direct).add(key);
    }
    out.append(inline ? "{" : "");
    entries(table, direct, inline, !nested.isEmpty());
    entries(table, nested, inline, false);
    out.append(inline ? "}" : "");
    depth--;
  }

  /** Sorted, but for a struct's. */
  private static List<String> keys(Map<?, ?> table) {
    var keys = new ArrayList<String>();
    for (var key : table.keySet()) {
      keys.add((String) key);
    }
    if (!(table instanceof StructFields)) {
      keys.sort(GoStrings.ORDER);
    }
    return keys;
  }

  private void entries(Map<?, ?> table, List<String> keys, boolean inline, boolean more) {
    for (int i = 0; i < keys.size(); i++) {
      Object value = plain(table.get(keys.get(i)));
      if (value == null) {
        continue;
      }
      path.add(keys.get(i));
      if (inline) {
        keyValue(value, true);
        out.append(more || i != keys.size() - 1 ? ", " : "");
      } else {
        encode(value);
      }
      path.removeLast();
    }
  }

  private void keyValue(Object value, boolean inline) {
    if (path.isEmpty()) {
      element(value);
      return;
    }
    if (!inline) {
      indent();
    }
    out.append(key(path.getLast())).append(" = ");
    element(value);
    if (!inline) {
      out.append('\n');
    }
  }

  private void element(Object value) {
    step();
    switch (value) {
      case String text -> quoted(text);
      case Bare bare -> out.append(bare.text);
      case Double real -> out.append(real(real));
      case byte[] bytes -> {
        out.append('[');
        for (int i = 0; i < bytes.length; i++) {
          out.append(i == 0 ? "" : ", ").append(Integer.toString(bytes[i] & 0xFF));
        }
        out.append(']');
      }
      case List<?> list -> list(list);
      case Map<?, ?> map -> entries(map, true);
      default -> out.append(value.toString());
    }
  }

  private void list(List<?> list) {
    enter();
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      Object item = plain(list.get(i));
      if (item == null) {
        throw new GoException("toml: cannot encode array with nil element");
      }
      element(item);
    }
    out.append(']');
    depth--;
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    var text = GoReals.format(value, 'g', GoReals.SHORTEST);
    return text.indexOf('e') >= 0 || text.indexOf('.') >= 0 ? text : text + ".0";
  }

  private void newline() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  private void indent() {
    out.repeat("  ", path.size() - 1);
  }

  private void header() {
    for (int i = 0; i < path.size(); i++) {
      out.append(i == 0 ? "" : ".").append(key(path.get(i)));
    }
    step();
  }

  static String key(String name) {
    boolean bare = !name.isEmpty();
    for (int i = 0; i < name.length() && bare; i++) {
      char c = name.charAt(i);
      bare = c == '_' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
    if (bare) {
      return name;
    }
    var out = new BoundedText(name.length() + 2);
    quote(out, name);
    return out.toString();
  }

  private void quoted(String text) {
    quote(out, text);
  }

  private static void quote(BoundedText out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
