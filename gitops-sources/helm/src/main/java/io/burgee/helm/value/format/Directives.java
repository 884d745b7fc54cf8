package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One format with its operands. */
final class Directives {
  private static final int LARGEST = 1_000_000;
  private static final int NONE = -1;

  private final String format;
  private final List<? extends @Nullable Object> values;
  private final BoundedText out = new BoundedText();
  private final Printer printer = new Printer(out);
  private int at;
  private int next;
  private boolean reordered;
  private boolean goodIndex;

  Directives(String format, List<? extends @Nullable Object> values) {
    this.format = format;
    this.values = values;
  }

  String run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive();
    }
    if (!reordered && next < values.size()) {
      extra();
    }
    return out.toString();
  }

  private void directive() {
    goodIndex = true;
    boolean minus = false;
    boolean plus = false;
    boolean sharp = false;
    boolean space = false;
    boolean zero = false;
    boolean more = true;
    while (more && at < format.length()) {
      switch (format.charAt(at)) {
        case '-' -> minus = true;
        case '+' -> plus = true;
        case '#' -> sharp = true;
        case ' ' -> space = true;
        case '0' -> zero = true;
        default -> more = false;
      }
      at += more ? 1 : 0;
    }
    boolean afterIndex = index();
    int width = NONE;
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      width = star(-LARGEST, "%!(BADWIDTH)");
      if (width < NONE) {
        width = -width;
        minus = true;
        zero = false;
      }
      afterIndex = false;
    } else {
      width = number();
      if (afterIndex && width != NONE) {
        goodIndex = false;
      }
    }
    int precision = NONE;
    if (at + 1 <= format.length() && at < format.length() && format.charAt(at) == '.') {
      at++;
      if (afterIndex) {
        goodIndex = false;
      }
      afterIndex = index();
      if (at < format.length() && format.charAt(at) == '*') {
        at++;
        precision = star(0, "%!(BADPREC)");
        afterIndex = false;
      } else {
        precision = Math.max(0, number());
      }
    }
    if (!afterIndex) {
      index();
    }
    verb(new Flags(false, minus, plus, sharp, space, zero && !minus, width, precision));
  }

  private void verb(Flags flags) {
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (next >= values.size()) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      printer.print(values.get(next++), verb, verb == 'v' || verb == 'w' ? flags.ofValue() : flags);
    }
  }

  /** {@code [n]}: which operand comes next. Whether there was one. */
  private boolean index() {
    if (at >= format.length() || format.charAt(at) != '[') {
      return false;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0) {
      goodIndex = false;
      at++;
      return false;
    }
    int index = parse(format.substring(at + 1, close));
    at = close + 1;
    if (index < 1 || index > values.size()) {
      goodIndex = false;
    } else {
      next = index - 1;
    }
    return true;
  }

  private static int parse(String digits) {
    if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(Character::isDigit)) {
      return NONE;
    }
    return Integer.parseInt(digits);
  }

  private int number() {
    int start = at;
    while (at < format.length() && Character.isDigit(format.charAt(at))) {
      at++;
    }
    if (at == start) {
      return NONE;
    }
    if (at - start > 6) {
      throw new LimitException(
          "limit exceeded: a format asks for more than " + LARGEST + " columns");
    }
    return Integer.parseInt(format, start, at, 10);
  }

  private int star(int least, String bad) {
    Object value = next < values.size() ? values.get(next++) : null;
    long number =
        switch (value) {
          case Long integer -> integer;
          case GoInteger integer -> integer.bits();
          case null, default -> Long.MAX_VALUE;
        };
    if (number >= least && number <= LARGEST) {
      return (int) number;
    }
    out.append(bad);
    return NONE;
  }

  private void extra() {
    out.append("%!(EXTRA ");
    for (int i = next; i < values.size(); i++) {
      out.append(i == next ? "" : ", ");
      var value = values.get(i);
      if (value == null) {
        out.append("<nil>");
      } else {
        out.append(Objects.requireNonNull(GoType.of(value)).name()).append('=');
        printer.print(value, 'v', Flags.NONE);
      }
    }
    out.append(')');
  }
}
