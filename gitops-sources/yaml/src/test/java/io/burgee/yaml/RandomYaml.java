package io.burgee.yaml;

import java.util.Random;

/** Texts of all sorts that are likely to be read or written in another way than meant. */
final class RandomYaml {
  private static final String[] WORDS = {
    "a",
    "true",
    "True",
    "yes",
    "No",
    "on",
    "y",
    "n",
    "null",
    "~",
    "Null",
    ".inf",
    "-.INF",
    ".nan",
    "0",
    "-0",
    "1",
    "12",
    "017",
    "0o17",
    "0x1F",
    "0b101",
    "1_000",
    "1.5",
    "-2.50",
    "1e3",
    "1E-7",
    "1e400",
    "123456789012345678901234567890",
    "9223372036854775808",
    "18446744073709551616",
    ".5",
    "5.",
    "+5",
    "08",
    "0x",
    "1:30",
    "190:20:30",
    "12:30:45.5",
    "2020-01-01",
    "2020-1-2 3:4:5.60",
    "2020-02-30",
    "2021-12-14T21:59:43.10-05:00",
    "<<",
    "=",
    "-",
    "--",
    "---",
    "...",
    "?",
    ":",
    "#",
    "a:b",
    "a: b",
    "a #b",
    "a#b",
    "x:",
    "- a",
    "[a]",
    "{a}",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "@a",
    "`",
    "%a",
    "'",
    "\"",
    "''",
    "\\",
    "http://a:80/x?y=z",
    "${VAR}",
    "é",
    "日本",
    "😀",
    "\u0085",
    "\u2028",
    "\u00a0",
    "\ufeff",
    "\u0001",
    "\u007f",
    "0.1",
    "1e21",
    "123456.7",
    "1234567.5",
    "lorem",
    "ipsum",
    "dolor",
    "sit",
    "amet",
    "consectetur",
    "adipiscing",
    "elit",
    "key",
    "<b>&"
  };
  private static final String[] GLUE = {
    " ", " ", " ", " ", "", "  ", "\t", "\n", "\n\n", " \n", "\n ", ": ", " #", ",", "_"
  };
  private static final String PUNCTUATION = "-?:,[]{}#&*!|>'\"%@`\\ \t\n=<.~+_0159aeExzTZ";

  private final Random random;

  RandomYaml(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String word() {
    return WORDS[below(WORDS.length)];
  }

  /** Text for a scalar, with anything in it. */
  String text() {
    return switch (below(10)) {
      case 0, 1 -> word();
      case 2 -> number();
      case 3 -> date();
      case 4 -> punctuation();
      case 5 -> glued(30, true);
      default -> glued(below(8), chance(30));
    };
  }

  private String glued(int words, boolean anyGlue) {
    var text = new StringBuilder(chance(15) ? GLUE[below(GLUE.length)] : "");
    for (int i = 0; i <= words; i++) {
      text.append(word())
          .append(i < words || chance(10) ? anyGlue ? GLUE[below(GLUE.length)] : " " : "");
    }
    return text.toString();
  }

  private String punctuation() {
    var text = new StringBuilder();
    for (int i = below(6); i >= 0; i--) {
      text.append(PUNCTUATION.charAt(below(PUNCTUATION.length())));
    }
    return text.toString();
  }

  private String number() {
    return switch (below(8)) {
      case 0 -> Long.toString(random.nextLong());
      case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
      case 2 ->
          Double.toString(random.nextDouble() * Math.pow(10, below(30) - 10)).replace("E", "e");
      case 3 -> "0x" + Long.toHexString(random.nextLong());
      case 4 -> "0" + Long.toOctalString(random.nextLong() >>> below(64));
      case 5 ->
          (chance(50) ? "-" : "") + "0b" + Long.toBinaryString(random.nextLong() >>> below(64));
      case 6 ->
          Integer.toString(below(1000))
              + "."
              + below(1000)
              + (chance(50) ? "e" + (below(60) - 30) : "");
      default -> {
        var text = new StringBuilder();
        for (int i = below(7); i >= 0; i--) {
          text.append("+-.0123456789_eExXoObB:".charAt(below(23)));
        }
        yield text.toString();
      }
    };
  }

  private String date() {
    var text = new StringBuilder();
    text.append(chance(90) ? 1000 + below(9000) : below(20000)).append('-').append(below(15));
    text.append('-').append(chance(50) ? "0" : "").append(below(33));
    if (chance(60)) {
      text.append(new String[] {"T", "t", " ", "  ", "_"}[below(5)]).append(below(26)).append(':');
      text.append(below(62)).append(':').append(chance(50) ? "0" : "").append(below(62));
      text.append(chance(30) ? "." + below(100000) : chance(10) ? ",5" : "");
      text.append(
          new String[] {"", "Z", "z", "+01:00", "-5:00", "+24:00", "-00:30", "+0100"}[below(8)]);
    }
    return text.toString();
  }

  /** A document in block and flow style; most are well formed. */
  String document() {
    var out = new StringBuilder();
    if (chance(80)) {
      mapping(out, 0, 0);
    } else {
      sequence(out, 0, 0);
    }
    return out.toString();
  }

  private void mapping(StringBuilder out, int indent, int depth) {
    int from = out.length();
    int size = 1 + below(5);
    for (int i = 0; i < size; i++) {
      if (out.length() > from) {
        out.repeat(' ', indent);
      }
      comment(out, indent);
      String key = chance(80) ? "k" + below(20) : chance(50) ? word() : quoted(text());
      out.append(chance(3) ? "? " : "").append(key).append(chance(97) ? ":" : "");
      value(out, indent, depth, true);
    }
  }

  private void comment(StringBuilder out, int indent) {
    if (chance(4)) {
      out.append("# ").append(word()).append('\n').repeat(' ', indent);
    }
  }

  private void sequence(StringBuilder out, int indent, int depth) {
    int from = out.length();
    int size = 1 + below(4);
    for (int i = 0; i < size; i++) {
      if (out.length() > from) {
        out.repeat(' ', indent);
      }
      comment(out, indent);
      out.append('-');
      value(out, indent, depth, false);
    }
  }

  private void value(StringBuilder out, int indent, int depth, boolean member) {
    String name = chance(4) ? " &a" + below(3) : chance(3) ? " " + tag() : "";
    out.append(name);
    int kind = depth > 4 ? below(6) : below(12);
    switch (kind) {
      case 0 -> out.append(' ').append(chance(70) ? word() : text()).append('\n');
      case 1 -> out.append(' ').append(quoted(text())).append('\n');
      case 2 -> out.append(" '").append(text().replace("'", "''")).append("'\n");
      case 3 -> block(out, indent);
      case 4 -> {
        flow(out.append(' '), 0);
        out.append('\n');
      }
      case 5 ->
          out.append(chance(30) ? " *a" + below(3) : "")
              .append(chance(10) ? " # c" : "")
              .append('\n');
      case 6, 7, 8 -> {
        int step = chance(80) ? 2 : 1 + below(4);
        boolean sameLine = !member && name.isEmpty() && chance(80);
        if (sameLine) {
          out.append(' ');
          mapping(out, indent + 2, depth + 1);
        } else {
          mapping(out.append('\n').repeat(' ', indent + step), indent + step, depth + 1);
        }
      }
      default -> {
        int step = member && chance(60) ? 0 : 2;
        sequence(out.append('\n').repeat(' ', indent + step), indent + step, depth + 1);
      }
    }
  }

  private String tag() {
    return new String[] {
          "!!str",
          "!!int",
          "!!float",
          "!!bool",
          "!!null",
          "!!binary",
          "!x",
          "!!map",
          "!",
          "!<tag:x>"
        }
        [below(10)];
  }

  private void block(StringBuilder out, int indent) {
    out.append(chance(50) ? " |" : " >")
        .append(new String[] {"", "", "-", "+", "2", "-1"}[below(6)])
        .append('\n');
    int lines = below(5);
    for (int i = 0; i < lines; i++) {
      if (chance(80)) {
        out.repeat(' ', indent + 2 + (chance(15) ? below(3) : 0));
        out.append(chance(50) ? word() : glued(below(4), false));
      }
      out.append(chance(5) ? "  " : "").append('\n');
    }
  }

  private void flow(StringBuilder out, int depth) {
    switch (depth > 3 ? below(2) : below(4)) {
      case 0 -> out.append(chance(60) ? "w" + below(9) : word());
      case 1 -> out.append(quoted(chance(70) ? word() : text()));
      case 2 -> {
        out.append('[');
        for (int i = below(4); i > 0; i--) {
          flow(out, depth + 1);
          out.append(chance(90) ? ", " : ",\n  ");
        }
        out.append(']');
      }
      default -> {
        out.append('{');
        for (int i = below(4); i > 0; i--) {
          out.append("f").append(below(30)).append(chance(95) ? ": " : ":");
          flow(out, depth + 1);
          out.append(chance(90) ? ", " : ",\n  ");
        }
        out.append('}');
      }
    }
  }

  /** Double quotes; what must be escaped is, some other characters too. */
  String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c < ' ' || ScalarForm.special((char) c) || chance(2)) {
                if (c == '\n' && chance(10)) {
                  out.append("\n\n ");
                } else {
                  out.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
                }
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }

  /** The text with a few characters or lines removed, doubled, exchanged or put in. */
  String mutated(String text) {
    var out = new StringBuilder(text);
    for (int i = 1 + below(3); i > 0 && !out.isEmpty(); i--) {
      int at = below(out.length());
      int end = Math.min(out.length(), at + 1 + below(4));
      switch (below(6)) {
        case 0 -> out.delete(at, end);
        case 1 -> out.insert(at, PUNCTUATION.charAt(below(PUNCTUATION.length())));
        case 2 -> out.setCharAt(at, PUNCTUATION.charAt(below(PUNCTUATION.length())));
        case 3 -> out.insert(at, out.substring(at, end));
        case 4 -> out.insert(at, GLUE[below(GLUE.length)]);
        default -> out.insert(at, word());
      }
    }
    return out.toString().replaceAll("\\p{Cs}", "");
  }
}
