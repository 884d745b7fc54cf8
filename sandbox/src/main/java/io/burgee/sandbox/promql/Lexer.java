package io.burgee.sandbox.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a query into tokens; spaces and comments go. */
final class Lexer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+|#[^\\n]*)"
              + "|(?<duration>(?:\\d+(?:ms|[smhdwy]))+(?![a-zA-Z0-9_]))"
              + "|(?<number>0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|`[^`]*`)"
              + "|(?<symbol>=~|!~|!=|==|<=|>=|[-+*/%^<>=(){}\\[\\],])");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private Lexer() {}

  static List<Token> tokens(String query) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(query);
    int at = 0;
    while (at < query.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw PromqlException.parse(at, unexpected(query.charAt(at)));
      }
      var text = matcher.group();
      if (matcher.group("space") == null) {
        tokens.add(token(matcher.group("string") != null, kind(matcher), text, at));
      }
      at = matcher.end();
    }
    tokens.add(new Token(Token.Kind.END, "", query.length()));
    return tokens;
  }

  private static String unexpected(char character) {
    return switch (character) {
      case '"', '\'', '`' -> "unterminated quoted string";
      default -> "unexpected character: '" + character + "'";
    };
  }

  private static Token.Kind kind(Matcher matcher) {
    if (matcher.group("duration") != null) {
      return Token.Kind.DURATION;
    } else if (matcher.group("number") != null) {
      return Token.Kind.NUMBER;
    } else if (matcher.group("name") != null) {
      return Token.Kind.NAME;
    } else if (matcher.group("string") != null) {
      return Token.Kind.STRING;
    }
    return Token.Kind.SYMBOL;
  }

  private static Token token(boolean quoted, Token.Kind kind, String text, int at) {
    return new Token(kind, quoted ? unquote(text, at) : text, at);
  }

  private static String unquote(String quoted, int at) {
    var body = quoted.substring(1, quoted.length() - 1);
    return quoted.charAt(0) == '`' ? body : unescape(body, at);
  }

  private static String unescape(String body, int at) {
    var plain = new StringBuilder();
    var escapes = ESCAPE.matcher(body);
    while (escapes.find()) {
      var escaped = escapes.group(1).charAt(0);
      escapes.appendReplacement(
          plain, Matcher.quoteReplacement(Character.toString(of(escaped, at))));
    }
    return escapes.appendTail(plain).toString();
  }

  private static char of(char escaped, int at) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '\\', '"', '\'' -> escaped;
      default ->
          throw PromqlException.parse(at, "unknown escape sequence U+005C '\\" + escaped + "'");
    };
  }
}
