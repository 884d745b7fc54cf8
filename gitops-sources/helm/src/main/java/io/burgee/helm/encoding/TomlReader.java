package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a TOML document: integers are int64, arrays of tables lists of dicts, dates times. */
final class TomlReader {
  private static final int DEEPEST = 300;
  private static final int CHARACTERS_A_STEP = 64;

  private final TomlTables tables = new TomlTables();
  private final TomlCursor cursor;
  private final TomlStrings strings;
  private final TomlNumbers numbers;
  private final @Nullable Meter meter;
  private int keyLine;
  private int depth;

  TomlReader(String text, @Nullable Meter meter) {
    this.cursor = new TomlCursor(text, tables::current);
    this.strings = new TomlStrings(cursor);
    this.numbers = new TomlNumbers(cursor);
    this.meter = meter;
  }

  /**
   * @throws GoException if it isn't TOML, with the message of Go's library
   */
  Map<String, @Nullable Object> read() {
    try {
      cursor.space();
      while (cursor.peek() != TomlCursor.END) {
        if (cursor.peek() == '[') {
          header();
        } else {
          var outer = tables.context();
          pair(null);
          tables.context(outer);
          tables.key("");
        }
        lineEnd();
        cursor.space();
      }
      return tables.root();
    } catch (TomlTables.Conflict e) {
      throw cursor.fail(String.valueOf(e.getMessage()), keyLine);
    }
  }

  private void lineEnd() {
    cursor.blanks();
    if (cursor.peek() == '#') {
      cursor.comment();
    }
    int c = cursor.next();
    if (c != TomlCursor.END && c != '\n' && c != '\r') {
      throw cursor.fail(
          "expected a top-level item to end with a newline, comment, or EOF, but got "
              + TomlCursor.quoted(c)
              + " instead");
    }
  }

  private void header() {
    cursor.next();
    boolean array = cursor.peek() == '[';
    if (array) {
      cursor.next();
    }
    var path = new ArrayList<String>();
    int c;
    do {
      cursor.blanks();
      c = cursor.peek();
      if (c == ']' || c == TomlCursor.END) {
        throw cursor.fail("unexpected end of table name (table names cannot be empty)");
      }
      if (c == '.') {
        throw cursor.fail("unexpected table separator (table names cannot be empty)");
      }
      part(path);
      cursor.blanks();
      c = cursor.next();
    } while (c == '.');
    if (c != ']') {
      throw cursor.fail(
          "expected '.' or ']' to end table name, but got " + TomlCursor.quoted(c) + " instead");
    }
    if (array && (c = cursor.next()) != ']') {
      throw cursor.fail(
          "expected end of table array name delimiter ']', but got "
              + TomlCursor.quoted(c)
              + " instead");
    }
    tables.open(path, array);
    tables.note("", false);
  }

  private void part(List<String> path) {
    if (path.isEmpty()) {
      keyLine = cursor.line();
    }
    if (path.size() + tables.context().size() > DEEPEST) {
      throw cursor.fail("more than " + DEEPEST + " tables in each other");
    }
    int c = cursor.peek();
    if (c == '"' || c == '\'') {
      cursor.next();
      path.add(strings.line((char) c));
    } else {
      int from = cursor.at();
      while (bare(cursor.peek())) {
        cursor.next();
      }
      path.add(cursor.since(from));
    }
    count(path.getLast().length() + 1);
  }

  private static boolean bare(int c) {
    return c == '_' || c == '-' || (c >= 0 && c < 0x80 && Character.isLetterOrDigit(c));
  }

  private void count(int characters) {
    if (meter != null) {
      int names = tables.context().size() + 1;
      meter.steps(1 + (long) names * characters / CHARACTERS_A_STEP);
    }
  }

  /** The parts of a key, and its equals sign. */
  private List<String> key() {
    cursor.blanks();
    int c = cursor.peek();
    if (c == '=' || c == TomlCursor.END) {
      throw cursor.fail("unexpected '=': key name appears blank");
    }
    if (c == '.') {
      throw cursor.fail("unexpected '.': keys cannot start with a '.'");
    }
    var path = new ArrayList<String>();
    do {
      cursor.blanks();
      c = cursor.peek();
      if (!path.isEmpty() && (c == '=' || c == '.' || c == TomlCursor.END)) {
        throw cursor.fail(c == '.' ? "unexpected '.'" : "unexpected '='");
      }
      part(path);
      cursor.blanks();
      c = cursor.next();
    } while (c == '.');
    if (c == TomlCursor.END) {
      throw cursor.fail("unexpected EOF; expected key separator '='");
    }
    if (c != '=') {
      var message = "expected '.' or '=', but got " + TomlCursor.quoted(c) + " instead";
      throw c == '\n' ? cursor.failBefore(message) : cursor.fail(message);
    }
    return path;
  }

  /**
   * A key with its value.
   *
   * @param inline the table in braces that it is in; null if in none
   */
  private void pair(@Nullable Map<String, @Nullable Object> inline) {
    var path = key();
    var name = path.getLast();
    tables.key(name);
    var parents = path.subList(0, path.size() - 1);
    for (var parent : parents) {
      var whole = TomlTables.with(tables.context(), parent);
      tables.imply(whole);
      tables.open(whole, false);
    }
    boolean list = isList();
    Object value = value(false);
    tables.set(name, value);
    tables.note(name, list);
    if (inline != null) {
      put(inline, parents, name, value);
    }
  }

  private boolean isList() {
    cursor.blanks();
    return cursor.peek() == '[';
  }

  @SuppressWarnings("unchecked") // all maps here are tables
  private void put(
      Map<String, @Nullable Object> inline,
      List<String> parents,
      String name,
      @Nullable Object value) {
    var table = inline;
    for (var parent : parents) {
      Object next = table.computeIfAbsent(parent, ignored -> new LinkedHashMap<>());
      if (!(next instanceof Map<?, ?> map)) {
        throw new TomlTables.Conflict(
            "\"" + TomlTables.text(tables.context()) + "\" is not a table");
      }
      table = (Map<String, @Nullable Object>) map;
    }
    table.put(name, value);
  }

  private Object value(boolean inList) {
    cursor.blanks();
    count(1);
    int c = cursor.peek();
    if (c >= '0' && c <= '9') {
      return numbers.number();
    }
    if (cursor.skip("inf")) {
      return Double.POSITIVE_INFINITY;
    }
    if (cursor.skip("nan")) {
      return Double.NaN;
    }
    if (c >= 0 && Character.isLetter(c)) {
      return word();
    }
    cursor.next();
    return switch (c) {
      case '[' -> nested(this::list);
      case '{' -> nested(() -> table(inList));
      case '"' -> cursor.skip("\"\"") ? strings.lines('"') : strings.line('"');
      case '\'' -> cursor.skip("''") ? strings.lines('\'') : strings.line('\'');
      case '-', '+' -> numbers.signed();
      case '.' -> throw cursor.fail("floats must start with a digit, not '.'");
      case TomlCursor.END -> throw cursor.fail("unexpected EOF; expected value");
      case '\n' -> throw cursor.failBefore(found(c));
      default -> throw cursor.fail(found(c));
    };
  }

  private static String found(int c) {
    return "expected value but found " + TomlCursor.quoted(c) + " instead";
  }

  private interface Nested {
    Object read();
  }

  private Object nested(Nested nested) {
    if (++depth > DEEPEST) {
      throw cursor.fail("more than " + DEEPEST + " values in each other");
    }
    Object value = nested.read();
    depth--;
    return value;
  }

  private Boolean word() {
    int from = cursor.at();
    while (cursor.peek() >= 0 && Character.isLetter(cursor.peek())) {
      cursor.next();
    }
    var word = cursor.since(from);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw cursor.fail(
              "expected value but found "
                  + io.burgee.helm.value.format.GoQuote.quote(word)
                  + " instead");
    };
  }

  private List<@Nullable Object> list() {
    tables.note(tables.key(), true);
    var list = new ArrayList<@Nullable Object>();
    while (true) {
      cursor.space();
      if (cursor.peek() == ',') {
        cursor.next();
        throw cursor.fail("unexpected comma");
      }
      if (cursor.peek() == ']') {
        cursor.next();
        return list;
      }
      list.add(value(true));
      cursor.space();
      int c = cursor.next();
      if (c == ']') {
        return list;
      }
      if (c != ',') {
        throw cursor.fail("expected a comma (',') or array terminator (']'), but got " + orEnd(c));
      }
    }
  }

  private static String orEnd(int c) {
    return c == TomlCursor.END ? "end of file" : "'" + Character.toString(c) + "'";
  }

  private Map<String, @Nullable Object> table(boolean inList) {
    var outer = tables.context();
    var outerKey = tables.key();
    var inside = TomlTables.with(outer, outerKey);
    tables.context(inside);
    tables.key("");
    tables.imply(inside);
    tables.open(inside, inList);
    inside = tables.context();
    var table = new LinkedHashMap<String, @Nullable Object>();
    while (!tableEnd()) {
      pair(table);
      tables.context(inside);
      cursor.space();
      int c = cursor.peek();
      if (c == ',') {
        cursor.next();
      } else if (c != '}') {
        cursor.next();
        throw cursor.fail(
            "expected a comma or an inline table terminator '}', but got " + orEnd(c) + " instead");
      }
    }
    tables.context(outer);
    tables.key(outerKey);
    return table;
  }

  private boolean tableEnd() {
    cursor.space();
    int c = cursor.peek();
    if (c == ',') {
      cursor.next();
      throw cursor.fail("unexpected comma");
    }
    if (c == '}') {
      cursor.next();
      return true;
    }
    return false;
  }
}
