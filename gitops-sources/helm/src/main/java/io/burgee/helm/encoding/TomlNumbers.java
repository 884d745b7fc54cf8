package io.burgee.helm.encoding;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.format.GoQuote;
import io.burgee.helm.value.time.GoTime;
import io.burgee.helm.value.time.GoZone;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Numbers, dates and times in a TOML text. */
final class TomlNumbers {
  /** Names of zones for times that have none: by these they are told apart when written. */
  static final String LOCAL_DATETIME = "datetime-local";

  static final String LOCAL_DATE = "date-local";
  static final String LOCAL_TIME = "time-local";

  private static final List<Form> FORMS =
      List.of(
          new Form("2006-01-02T15:04:05.999999999Z07:00", GoZone.UTC),
          new Form("2006-01-02T15:04:05.999999999", GoZone.fixed(LOCAL_DATETIME, 0)),
          new Form("2006-01-02", GoZone.fixed(LOCAL_DATE, 0)),
          new Form("15:04:05.999999999", GoZone.fixed(LOCAL_TIME, 0)),
          new Form("2006-01-02T15:04Z07:00", GoZone.UTC),
          new Form("2006-01-02T15:04", GoZone.fixed(LOCAL_DATETIME, 0)),
          new Form("15:04", GoZone.fixed(LOCAL_TIME, 0)));

  private final TomlCursor cursor;

  /** One way to write a time. */
  private record Form(String layout, GoZone zone) {}

  TomlNumbers(TomlCursor cursor) {
    this.cursor = cursor;
  }

  /** What begins with a digit. */
  Object number() {
    int from = cursor.at();
    boolean zero = cursor.next() == '0';
    int second = cursor.peek();
    if (zero && (second == 'b' || second == 'o' || second == 'x')) {
      return based(from, second);
    }
    if (!zero || digit(second)) {
      take("0123456789");
      if (cursor.peek() == '-' || cursor.peek() == ':') {
        take("0123456789-:Tt .Zz+");
        return time(cursor.since(from).strip());
      }
    }
    return decimal(from);
  }

  /** What begins with a sign, which is behind us. */
  Object signed() {
    int from = cursor.at() - 1;
    int c = cursor.peek();
    if (c == 'i' || c == 'n') {
      if (!cursor.skip(c == 'i' ? "inf" : "nan")) {
        cursor.next();
        cursor.next();
        throw cursor.fail("invalid float: '" + cursor.since(from) + "'");
      }
      boolean negative = cursor.since(from).startsWith("-");
      return c == 'n' ? Double.NaN : negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    cursor.next();
    if (c == '0' && cursor.peek() >= 0 && "box".indexOf(cursor.peek()) >= 0) {
      throw cursor.fail(
          "cannot use sign with non-decimal numbers: '"
              + cursor.since(from)
              + (char) cursor.peek()
              + "'");
    }
    if (c == '.') {
      throw cursor.fail("floats must start with a digit, not '.'");
    }
    if (!digit(c)) {
      throw cursor.fail("expected a digit but got " + TomlCursor.quoted(c));
    }
    return decimal(from);
  }

  private Object decimal(int from) {
    take("0123456789_");
    int c = cursor.peek();
    if (c == '.' || c == 'e' || c == 'E') {
      take("0123456789_.-+eE");
      return real(cursor.since(from));
    }
    return integer(cursor.since(from), 10, 0);
  }

  private Object based(int from, int letter) {
    cursor.next();
    var digits = letter == 'b' ? "01" : letter == 'o' ? "01234567" : "0123456789abcdefABCDEF";
    if (cursor.peek() < 0 || digits.indexOf(cursor.peek()) < 0) {
      var kind = letter == 'b' ? "a binary" : letter == 'o' ? "an octal" : "a hexadecimal";
      var next = cursor.peek() < 0 ? "\0" : Character.toString(cursor.peek());
      throw cursor.fail("not " + kind + " number: '" + cursor.since(from) + next + "'");
    }
    take(digits + "_");
    return integer(cursor.since(from), letter == 'b' ? 2 : letter == 'o' ? 8 : 16, 2);
  }

  private void take(String characters) {
    while (cursor.peek() >= 0 && characters.indexOf(cursor.peek()) >= 0) {
      cursor.next();
    }
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private GoInteger integer(String text, int radix, int prefix) {
    var what = "Invalid integer " + GoQuote.quote(text);
    if (!separated(text)) {
      throw cursor.fail(what + ": underscores must be surrounded by digits");
    }
    if (prefix == 0 && leadingZero(text)) {
      throw cursor.fail(what + ": cannot have leading zeroes");
    }
    var value = new BigInteger(text.substring(prefix).replace("_", ""), radix);
    if (value.bitLength() > 63) {
      throw cursor.fail(text + " is out of range for int64");
    }
    return GoInteger.int64(value.longValue());
  }

  private Double real(String text) {
    var what = "Invalid float " + GoQuote.quote(text);
    var parts = text.split("[.eE]+", -1);
    for (var part : parts) {
      if (!part.isEmpty() && !separated(part)) {
        throw cursor.fail(what + ": underscores must be surrounded by digits");
      }
    }
    if (leadingZero(parts[0])) {
      throw cursor.fail(what + ": cannot have leading zeroes");
    }
    if (!text.matches("[^.]*(\\.[0-9][^.]*)*")) {
      throw cursor.fail(what + ": '.' must be followed by one or more digits");
    }
    var plain = text.replace("_", "");
    if (!plain.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      throw cursor.fail("Invalid float value: " + GoQuote.quote(text));
    }
    double value = Double.parseDouble(plain);
    if (Double.isInfinite(value)) {
      throw cursor.fail(text + " is out of range for float64");
    }
    return value;
  }

  /** Whether each underscore is behind a digit, and the last character is one. */
  private static boolean separated(String text) {
    boolean behindDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_' && !behindDigit) {
        return false;
      }
      behindDigit = Character.digit(c, 16) >= 0;
    }
    return behindDigit;
  }

  private static boolean leadingZero(String text) {
    int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    return text.length() > at + 1 && text.charAt(at) == '0';
  }

  private GoTime time(String written) {
    var text = written.toUpperCase(Locale.ROOT).replace(' ', 'T');
    for (var form : FORMS) {
      GoTime time = parse(form, text);
      if (time != null && !missingZero(text, form.layout)) {
        return time;
      }
    }
    throw cursor.fail("invalid datetime: " + GoQuote.quote(text));
  }

  private static @org.jspecify.annotations.Nullable GoTime parse(Form form, String text) {
    try {
      return GoTime.parse(form.layout, text, form.zone);
    } catch (GoException e) {
      return null; // then it is of another form
    }
  }

  private static boolean missingZero(String text, String layout) {
    for (int i = 0; i < layout.length() && i < text.length(); i++) {
      char c = layout.charAt(i);
      if (c == '.' || c == 'Z') {
        return false;
      }
      if (!digit(c) && text.charAt(i) != c) {
        return true;
      }
    }
    return false;
  }
}
