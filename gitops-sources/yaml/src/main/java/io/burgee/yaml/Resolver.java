package io.burgee.yaml;

/** What plain text means where no tag says it. */
final class Resolver {
  private Resolver() {}

  static Tag tag(String text, Dialect dialect) {
    if (text.isEmpty()) {
      return Tag.NULL;
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9') {
      return numeric(text);
    }
    return switch (first) {
      case '+', '-' -> infinite(text) ? Tag.FLOAT : numeric(text);
      case '.' ->
          infinite(text) || nan(text) || GoNumbers.parse(text) != null ? Tag.FLOAT : Tag.STRING;
      case '~' -> text.length() == 1 ? Tag.NULL : Tag.STRING;
      case 't', 'T', 'f', 'F', 'n', 'N' -> word(text, dialect);
      case 'y', 'Y', 'o', 'O' -> dialect == Dialect.HELM && oldBool(text) ? Tag.BOOL : Tag.STRING;
      default -> Tag.STRING;
    };
  }

  /**
   * Whether text written without quotes would be read as a string by any parser: what the writer
   * must know. Numbers of base sixty are none either.
   */
  static boolean plainString(String text) {
    if (tag(text, Dialect.HELM) != Tag.STRING) {
      return false;
    }
    char first = text.charAt(0);
    boolean likely = first == '+' || first == '-' || (first >= '0' && first <= '9');
    return !likely || !sexagesimal(text);
  }

  private static Tag numeric(String text) {
    if (Timestamps.likely(text) && Timestamps.valid(text)) {
      return Tag.TIMESTAMP;
    }
    Number number = GoNumbers.parse(text);
    if (number == null) {
      return Tag.STRING;
    }
    return number instanceof Double ? Tag.FLOAT : Tag.INT;
  }

  private static Tag word(String text, Dialect dialect) {
    return switch (text) {
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Tag.BOOL;
      case "null", "Null", "NULL" -> Tag.NULL;
      default -> dialect == Dialect.HELM && oldBool(text) ? Tag.BOOL : Tag.STRING;
    };
  }

  /** The booleans of YAML 1.1 that YAML 1.2 dropped. */
  static boolean oldBool(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
      default -> false;
    };
  }

  static boolean truth(String text) {
    char first = (char) (text.charAt(0) | 0x20);
    return first == 't' || first == 'y' || (first == 'o' && (text.charAt(1) | 0x20) == 'n');
  }

  static boolean infinite(String text) {
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
      default -> false;
    };
  }

  static boolean nan(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> true;
      default -> false;
    };
  }

  /** {@code 190:20:30} and the like: {@code [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?}. */
  static boolean sexagesimal(String text) {
    int end = text.length();
    int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    if (at == end || !digit(text.charAt(at))) {
      return false;
    }
    while (at < end && (digit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at == end || text.charAt(at) != ':') {
      return false;
    }
    while (at < end && text.charAt(at) == ':') {
      int from = ++at;
      while (at < end && at < from + 2 && digit(text.charAt(at))) {
        at++;
      }
      if (at == from || (at == from + 2 && text.charAt(from) > '5')) {
        return false;
      }
    }
    if (at < end && text.charAt(at) == '.') {
      at++;
      while (at < end && (digit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
    }
    return at == end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
