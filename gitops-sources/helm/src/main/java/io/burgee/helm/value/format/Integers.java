package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;
import java.util.Locale;

/** Integers for the verbs that take them. */
final class Integers {
  private Integers() {}

  /**
   * @param bad what to do for other verbs
   */
  static void print(
      BoundedText out, long bits, boolean unsigned, int verb, Flags flags, Runnable bad) {
    switch (verb) {
      case 'v' -> {
        if (flags.source() && unsigned) {
          out.append("0x").append(Long.toHexString(bits));
        } else {
          digits(out, bits, unsigned, 10, "", flags);
        }
      }
      case 'd' -> digits(out, bits, unsigned, 10, "", flags);
      case 'b' -> digits(out, bits, unsigned, 2, flags.sharp() ? "0b" : "", flags);
      case 'o' -> digits(out, bits, unsigned, 8, flags.sharp() ? "0" : "", flags);
      case 'O' -> digits(out, bits, unsigned, 8, flags.sharp() ? "0o0" : "0o", flags);
      case 'x' -> digits(out, bits, unsigned, 16, flags.sharp() ? "0x" : "", flags);
      case 'X' -> {
        var text = new BoundedText();
        digits(text, bits, unsigned, 16, flags.sharp() ? "0x" : "", flags);
        out.append(text.toString().toUpperCase(Locale.ROOT));
      }
      case 'c' -> flags.pad(character(bits), out);
      case 'q' -> flags.pad(GoQuote.quote(character(bits), '\'', flags.plus()), out);
      case 'U' -> unicode(out, bits, flags);
      default -> bad.run();
    }
  }

  private static String character(long bits) {
    boolean valid =
        bits >= 0 && bits <= Character.MAX_CODE_POINT && (bits < 0xD800 || bits > 0xDFFF);
    return Character.toString(valid ? (int) bits : 0xFFFD);
  }

  private static void unicode(BoundedText out, long bits, Flags flags) {
    var digits = Long.toHexString(bits).toUpperCase(Locale.ROOT);
    var text =
        "U+" + "0".repeat(Math.max(0, Math.max(4, flags.precision()) - digits.length())) + digits;
    boolean shows =
        flags.sharp()
            && bits >= 0
            && bits <= Character.MAX_CODE_POINT
            && GoQuote.isPrintable((int) bits);
    flags.padBlank(shows ? text + " '" + character(bits) + "'" : text, out);
  }

  private static void digits(
      BoundedText out, long bits, boolean unsigned, int radix, String prefix, Flags flags) {
    boolean negative = !unsigned && bits < 0;
    var digits =
        negative && bits != Long.MIN_VALUE
            ? Long.toUnsignedString(-bits, radix)
            : Long.toUnsignedString(bits, radix);
    if (flags.hasPrecision()) {
      if (flags.precision() == 0 && bits == 0) {
        flags.padBlank("", out);
        return;
      }
      digits = "0".repeat(Math.max(0, flags.precision() - digits.length())) + digits;
    }
    var sign = negative ? "-" : flags.plus() ? "+" : flags.space() ? " " : "";
    if (flags.zero() && !flags.minus() && !flags.hasPrecision()) {
      int missing = flags.width() - sign.length() - digits.length();
      digits = "0".repeat(Math.max(0, missing)) + digits;
    }
    boolean hasZero = prefix.endsWith("0") && digits.startsWith("0");
    var mark = hasZero ? prefix.substring(0, prefix.length() - 1) : prefix;
    flags.padBlank(sign + mark + digits, out);
  }
}
