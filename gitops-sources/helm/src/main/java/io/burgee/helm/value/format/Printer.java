package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints one operand for one verb. */
final class Printer {
  /** A dict may contain itself; Go's printer would end the process. */
  private static final int DEEPEST = 1_000;

  private final BoundedText out;
  private int depth;

  Printer(BoundedText out) {
    this.out = out;
  }

  void print(@Nullable Object value, int verb, Flags flags) {
    if (value == null) {
      switch (verb) {
        case 'T', 'v' -> flags.pad("<nil>", out);
        default -> bad(null, verb, flags);
      }
      return;
    }
    if (verb == 'T') {
      flags.pad(truncated(Objects.requireNonNull(GoType.of(value)).name(), flags), out);
      return;
    }
    if (verb == 'w') {
      bad(value, verb, flags);
      return;
    }
    if (++depth > DEEPEST) {
      throw new LimitException("limit exceeded: more than " + DEEPEST + " values in each other");
    }
    typed(value, verb, flags);
    depth--;
  }

  private void typed(Object value, int verb, Flags flags) {
    if (value instanceof GoTyped typed && typed.text() != null && !flags.source()) {
      boolean textual = "vsxXq".indexOf(verb) >= 0;
      boolean number = value instanceof GoInteger && !textual;
      if (!number) {
        string(Objects.requireNonNull(typed.text()), verb, flags, value);
        return;
      }
    }
    switch (value) {
      case Boolean truth -> bool(truth, verb, flags);
      case Long number ->
          Integers.print(out, number, false, verb, flags, () -> bad(value, verb, flags));
      case GoInteger number ->
          Integers.print(
              out,
              number.bits(),
              number.type().kind().isUnsigned(),
              verb,
              flags,
              () -> bad(value, verb, flags));
      case Double number -> Reals.print(out, number, verb, flags, () -> bad(value, verb, flags));
      case String text -> string(text, verb, flags, value);
      case byte[] bytes -> bytes(bytes, verb, flags);
      case Map<?, ?> map -> map(map, verb, flags);
      case List<?> list -> list(list, verb, flags);
      default -> out.append(value.toString());
    }
  }

  private void bool(boolean value, int verb, Flags flags) {
    if (verb == 't' || verb == 'v') {
      flags.pad(Boolean.toString(value), out);
    } else {
      bad(value, verb, flags);
    }
  }

  private void string(String text, int verb, Flags flags, Object value) {
    switch (verb) {
      case 'v' -> {
        if (flags.source()) {
          flags.pad(GoQuote.quote(truncated(text, flags)), out);
        } else {
          flags.pad(truncated(text, flags), out);
        }
      }
      case 's' -> flags.pad(truncated(text, flags), out);
      case 'q' -> {
        var shown = truncated(text, flags);
        boolean raw =
            flags.sharp()
                && shown.indexOf('`') < 0
                && shown.chars().allMatch(c -> c >= ' ' || c == '\t');
        flags.pad(raw ? "`" + shown + "`" : GoQuote.quote(shown, '"', flags.plus()), out);
      }
      case 'x', 'X' -> hex(GoStrings.encode(text), verb, flags);
      default -> bad(value, verb, flags);
    }
  }

  private static String truncated(String text, Flags flags) {
    if (!flags.hasPrecision() || text.codePointCount(0, text.length()) <= flags.precision()) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, flags.precision()));
  }

  private void bytes(byte[] bytes, int verb, Flags flags) {
    switch (verb) {
      case 'v', 'd' -> {
        out.append(flags.source() ? "[]byte{" : "[");
        for (int i = 0; i < bytes.length; i++) {
          out.append(i == 0 ? "" : flags.source() ? ", " : " ");
          if (flags.source()) {
            out.append(String.format(Locale.ROOT, "0x%x", bytes[i]));
          } else {
            Integers.print(out, bytes[i] & 0xFF, true, 'd', flags, () -> {});
          }
        }
        out.append(flags.source() ? '}' : ']');
      }
      case 's', 'q', 'x', 'X' -> string(GoStrings.decode(bytes), verb, flags, bytes);
      default -> bad(bytes, verb, flags);
    }
  }

  private void hex(byte[] bytes, int verb, Flags flags) {
    int length = flags.hasPrecision() ? Math.min(flags.precision(), bytes.length) : bytes.length;
    var digits = verb == 'x' ? HexFormat.of() : HexFormat.of().withUpperCase();
    var text = new BoundedText();
    for (int i = 0; i < length; i++) {
      text.append(i > 0 && flags.space() ? " " : "");
      if (flags.sharp() && (i == 0 || flags.space())) {
        text.append('0').append((char) verb);
      }
      text.append(digits.toHexDigits(bytes[i]));
    }
    flags.pad(text.toString(), out);
  }

  private void map(Map<?, ?> map, int verb, Flags flags) {
    boolean source = flags.source();
    var name = Objects.requireNonNull(GoType.of(map)).name();
    out.append(source ? name + "{" : "map[");
    var keys = map.keySet().stream().map(String.class::cast).sorted(GoStrings.ORDER).toList();
    for (int i = 0; i < keys.size(); i++) {
      out.append(i == 0 ? "" : source ? ", " : " ");
      print(keys.get(i), verb, flags);
      out.append(':');
      item(map.get(keys.get(i)), verb, flags);
    }
    out.append(source ? '}' : ']');
  }

  private void list(List<?> list, int verb, Flags flags) {
    boolean source = flags.source();
    var name = Objects.requireNonNull(GoType.of(list)).name();
    if (source && list instanceof GoSlice slice && slice.isNil()) {
      out.append(name).append("(nil)");
      return;
    }
    out.append(source ? name + "{" : "[");
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : source ? ", " : " ");
      item(list.get(i), verb, flags);
    }
    out.append(source ? '}' : ']');
  }

  /** An item that is nothing prints the same for every verb. */
  private void item(@Nullable Object value, int verb, Flags flags) {
    if (value != null) {
      print(value, verb, flags);
    } else if (flags.source()) {
      out.append("interface {}(nil)");
    } else {
      out.append("<nil>");
    }
  }

  private void bad(@Nullable Object value, int verb, Flags flags) {
    out.append("%!").appendCodePoint(verb).append('(');
    if (value == null) {
      out.append("<nil>");
    } else {
      var type = Objects.requireNonNull(GoType.of(value));
      out.append(type.name()).append('=');
      if (type.kind() == Kind.STRUCT || !(value instanceof GoTyped typed) || typed.text() == null) {
        print(value, 'v', flags);
      } else {
        out.append(typed.text());
      }
    }
    out.append(')');
  }
}
