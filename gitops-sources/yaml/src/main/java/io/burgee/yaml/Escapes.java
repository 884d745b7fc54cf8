package io.burgee.yaml;

/** Escapes of YAML's double-quoted style. */
final class Escapes {
  private static final String HEX = "0123456789ABCDEF";

  private Escapes() {}

  /** Appends the escape of this character and returns its length. */
  static int append(StringBuilder out, int code) {
    int from = out.length();
    out.append('\\');
    char letter = letter(code);
    if (letter != 0) {
      out.append(letter);
    } else if (code <= 0xff) {
      hex(out.append('x'), code, 2);
    } else if (code <= 0xffff) {
      hex(out.append('u'), code, 4);
    } else {
      hex(out.append('U'), code, 8);
    }
    return out.length() - from;
  }

  /** What the letter behind a backslash stands for; -1 if for nothing, or for a code. */
  static int meaning(char letter) {
    return switch (letter) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0b;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 0x1b;
      case ' ', '"', '\'', '\\' -> letter;
      case 'N' -> 0x85;
      case '_' -> 0xa0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      default -> -1;
    };
  }

  private static char letter(int code) {
    return switch (code) {
      case 0 -> '0';
      case 7 -> 'a';
      case '\b' -> 'b';
      case '\t' -> 't';
      case '\n' -> 'n';
      case 0x0b -> 'v';
      case '\f' -> 'f';
      case '\r' -> 'r';
      case 0x1b -> 'e';
      case '"' -> '"';
      case '\\' -> '\\';
      case 0x85 -> 'N';
      case 0xa0 -> '_';
      case 0x2028 -> 'L';
      case 0x2029 -> 'P';
      default -> 0;
    };
  }

  private static void hex(StringBuilder out, int code, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
      out.append(HEX.charAt(code >> (4 * i) & 15));
    }
  }
}
