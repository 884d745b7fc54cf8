package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.ANY;
import static io.burgee.helm.value.GoType.INT;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.format.GoFormat;
import io.burgee.helm.value.format.GoQuote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Texts: cutting, joining, searching, quoting. */
final class StringFunctions {
  private StringFunctions() {}

  static void addTo(FunctionTable table) {
    text(table, "trim", Words::trim);
    text(table, "upper", Words::upper);
    text(table, "lower", Words::lower);
    text(table, "title", Words::title);
    text(table, "untitle", Words::untitle);
    text(table, "nospace", Words::withoutSpace);
    text(table, "swapcase", Words::swapCase);
    text(table, "initials", Words::initials);
    text(table, "snakecase", text -> CaseWords.join(text, '_'));
    text(table, "kebabcase", text -> CaseWords.join(text, '-'));
    text(table, "camelcase", CaseWords::pascal);
    table.add("hello", List.of(), a -> "Hello!");
    table.add("trimall", List.of(STRING, STRING), a -> Words.trim(a.string(1), a.string(0)));
    table.alias("trimAll", "trimall");
    table.add("trimSuffix", List.of(STRING, STRING), a -> trimSuffix(a.string(0), a.string(1)));
    table.add("trimPrefix", List.of(STRING, STRING), a -> trimPrefix(a.string(0), a.string(1)));
    table.add("contains", List.of(STRING, STRING), a -> a.string(1).contains(a.string(0)));
    table.add("hasPrefix", List.of(STRING, STRING), a -> a.string(1).startsWith(a.string(0)));
    table.add("hasSuffix", List.of(STRING, STRING), a -> a.string(1).endsWith(a.string(0)));
    table.add("replace", List.of(STRING, STRING, STRING), StringFunctions::replace);
    table.add("repeat", List.of(INT, STRING), a -> repeat(a.meter(), a.integer(0), a.string(1)));
    table.add("trunc", List.of(INT, STRING), a -> trunc(a.integer(0), a.string(1)));
    table.add(
        "substr", List.of(INT, INT, STRING), a -> substr(a.integer(0), a.integer(1), a.string(2)));
    table.add("abbrev", List.of(INT, STRING), a -> Abbreviation.of(a.string(1), 0, a.integer(0)));
    table.add(
        "abbrevboth",
        List.of(INT, INT, STRING),
        a -> Abbreviation.both(a.string(2), a.integer(0), a.integer(1)));
    table.add(
        "wrap", List.of(INT, STRING), a -> Wrapping.wrap(a.string(1), a.integer(0), "", false));
    table.add(
        "wrapWith",
        List.of(INT, STRING, STRING),
        a -> Wrapping.wrap(a.string(2), a.integer(0), a.string(1), true));
    table.add("plural", List.of(STRING, STRING, INT), a -> a.string(a.integer(2) == 1 ? 0 : 1));
    table.add("indent", List.of(INT, STRING), a -> indent(a.meter(), a.integer(0), a.string(1)));
    table.add(
        "nindent", List.of(INT, STRING), a -> "\n" + indent(a.meter(), a.integer(0), a.string(1)));
    table.add("quote", List.of(), ANY, a -> each(a, value -> GoQuote.quote(Casts.text(value))));
    table.add("squote", List.of(), ANY, a -> each(a, value -> "'" + GoFormat.text(value) + "'"));
    table.add("cat", List.of(), ANY, StringFunctions::cat);
    table.add("toString", List.of(ANY), a -> Casts.text(a.any(0)));
    table.add("toStrings", List.of(ANY), a -> toStrings(a.any(0)));
    table.add("join", List.of(STRING, ANY), StringFunctions::join);
    table.add("split", List.of(STRING, STRING), a -> numbered(split(a, 1, -1)));
    table.add("splitn", List.of(STRING, INT, STRING), a -> numbered(split(a, 2, a.integer(1))));
    table.add("splitList", List.of(STRING, STRING), a -> GoSlice.strings(split(a, 1, -1)));
  }

  private static void text(FunctionTable table, String name, UnaryOperator<String> change) {
    table.add(name, List.of(STRING), a -> change.apply(a.string(0)));
  }

  private static String trimSuffix(String suffix, String text) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String trimPrefix(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String replace(Arguments a) {
    var old = a.string(0);
    var fresh = a.string(1);
    var text = a.string(2);
    if (fresh.length() > old.length()) {
      long most = old.isEmpty() ? text.length() + 1L : text.length() / old.length();
      long longest = text.length() + most * (fresh.length() - old.length());
      if (longest > a.meter().limits().string()) {
        // Only what there is counts: so it is counted.
        long found = old.isEmpty() ? most : count(text, old);
        a.meter().string(text.length() + found * (fresh.length() - old.length()));
      }
    }
    if (!old.isEmpty()) {
      return text.replace(old, fresh);
    }
    var out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(fresh).appendCodePoint(c));
    return out.append(fresh).toString();
  }

  static String repeat(Meter meter, long count, String text) {
    if (count < 0) {
      throw new GoException("strings: negative Repeat count");
    }
    if (text.isEmpty()) {
      return "";
    }
    meter.string(
        Math.multiplyHigh(count, text.length()) != 0 ? Long.MAX_VALUE : count * text.length());
    return text.repeat((int) count);
  }

  private static String trunc(long count, String text) {
    int length = GoStrings.length(text);
    if (count < 0 && length + count > 0) {
      return GoStrings.slice(text, (int) (length + count), length);
    }
    if (count >= 0 && length > count) {
      return GoStrings.slice(text, 0, (int) count);
    }
    return text;
  }

  private static String substr(long start, long end, String text) {
    int length = GoStrings.length(text);
    if (start < 0) {
      return slice(text, 0, end, length);
    }
    return slice(text, start, end < 0 || end > length ? length : end, length);
  }

  private static String slice(String text, long start, long end, int length) {
    if (end < 0) {
      throw new GoException("runtime error: slice bounds out of range [:" + end + "]");
    }
    if (end > length) {
      throw new GoException(
          "runtime error: slice bounds out of range [:" + end + "] with length " + length);
    }
    if (start > end) {
      throw new GoException("runtime error: slice bounds out of range [" + start + ":" + end + "]");
    }
    return GoStrings.slice(text, (int) start, (int) end);
  }

  static String indent(Meter meter, long spaces, String text) {
    var pad = repeat(meter, spaces, " ");
    long lines = text.chars().filter(c -> c == '\n').count();
    meter.string(text.length() + (lines + 1) * pad.length());
    var out = new StringBuilder((int) (text.length() + (lines + 1) * pad.length()));
    out.append(pad);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      out.append(text, start, end + 1).append(pad);
      start = end + 1;
    }
    return out.append(text, start, text.length()).toString();
  }

  private static String each(Arguments a, java.util.function.Function<Object, String> form) {
    var out = new StringJoiner(" ");
    for (var value : a.rest(0)) {
      if (value != null) {
        var text = form.apply(value);
        Meter.requireShort((long) out.length() + text.length());
        out.add(text);
      }
    }
    return out.toString();
  }

  /** The blanks at the format's end are dropped, not those of the values. */
  private static String cat(Arguments a) {
    return each(a, GoFormat::text);
  }

  private static GoSlice toStrings(@Nullable Object value) {
    return GoSlice.strings(Lists.texts(value));
  }

  private static String join(Arguments a) {
    var texts = Lists.texts(a.any(1));
    long length = 0;
    for (var text : texts) {
      length += text.length() + a.string(0).length();
    }
    a.meter().string(length);
    return String.join(a.string(0), texts);
  }

  /** At most {@code most} parts, the last of which is the rest; all if negative, none if zero. */
  private static List<String> split(Arguments a, int textAt, long most) {
    var text = a.string(textAt);
    var separator = a.string(0);
    var parts = new ArrayList<String>();
    if (most == 0) {
      return parts;
    }
    if (separator.isEmpty()) {
      return characters(a.meter(), text, most);
    }
    int start = 0;
    int found = text.indexOf(separator);
    while (found >= 0 && (most < 0 || parts.size() < most - 1)) {
      a.meter().item();
      parts.add(text.substring(start, found));
      start = found + separator.length();
      found = text.indexOf(separator, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static List<String> characters(Meter meter, String text, long most) {
    var parts = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      meter.item();
      boolean last = most > 0 && parts.size() == most - 1;
      int end = last ? text.length() : text.offsetByCodePoints(at, 1);
      parts.add(text.substring(at, end));
      at = end;
    }
    return parts;
  }

  private static long count(String text, String part) {
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static GoMap numbered(List<String> parts) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < parts.size(); i++) {
      map.put("_" + i, parts.get(i));
    }
    return new GoMap(GoType.STRING_DICT, map);
  }
}
