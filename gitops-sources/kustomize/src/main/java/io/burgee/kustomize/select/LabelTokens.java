package io.burgee.kustomize.select;

import io.burgee.kustomize.select.LabelSelectorParser.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a label selector apart into words and signs. */
final class LabelTokens {
  private static final String SIGN_CHARACTERS = "=!(),><";
  private static final Set<String> SIGNS = Set.of(")", ",", "!", "==", "=", ">", "<", "!=", "(");

  private final String text;
  private int position;

  private LabelTokens(String text) {
    this.text = text;
  }

  /** {@code in} and {@code notin} are words: what they mean depends on where they stand. */
  static List<Token> of(String text) {
    var scanner = new LabelTokens(text);
    var tokens = new ArrayList<Token>();
    for (var token = scanner.next(); !token.isEnd(); token = scanner.next()) {
      tokens.add(token);
    }
    return tokens;
  }

  private Token next() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return Token.END;
    }
    return isSign(text.charAt(position)) ? sign() : word();
  }

  private Token word() {
    int start = position;
    while (position < text.length()
        && !isSign(text.charAt(position))
        && !isBlank(text.charAt(position))) {
      position++;
    }
    return new Token(true, text.substring(start, position));
  }

  /** The longest sign that begins here: all characters of signs have one. */
  private Token sign() {
    int length =
        position + 1 < text.length() && SIGNS.contains(text.substring(position, position + 2))
            ? 2
            : 1;
    position += length;
    return new Token(false, text.substring(position - length, position));
  }

  private static boolean isSign(char c) {
    return SIGN_CHARACTERS.indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
