package io.burgee.helm.function;

import java.util.ArrayList;
import java.util.List;

/** Texts as snake_case, kebab-case and PascalCase, by the rules of the library that Sprig uses. */
final class CaseWords {
  private enum Sort {
    NONE,
    NUMBER,
    UPPER,
    ALPHABET,
    CONNECTOR,
    PUNCTUATION,
    OTHER;

    boolean joins() {
      return this != NONE && this != CONNECTOR && this != PUNCTUATION;
    }
  }

  private record Word(Sort sort, String text) {
    static final Word NONE = new Word(Sort.NONE, "");

    boolean isAlphabetOrNumber() {
      return sort == Sort.ALPHABET || sort == Sort.NUMBER;
    }
  }

  private final List<Word> words;
  private final char connector;
  private final StringBuilder out = new StringBuilder();
  private int next;

  private CaseWords(List<Word> words, char connector) {
    this.words = words;
    this.connector = connector;
  }

  static String join(String text, char connector) {
    if (text.isEmpty()) {
      return "";
    }
    return new CaseWords(words(text), connector).join();
  }

  private Word next() {
    return next < words.size() ? words.get(next++) : Word.NONE;
  }

  private boolean more() {
    return next < words.size();
  }

  private String join() {
    var word = next();
    while (more()) {
      if (word.sort != Sort.CONNECTOR) {
        lower(word);
      }
      var before = word;
      word = next();
      switch (before.sort) {
        case NUMBER -> {
          word = alphabetAndNumbers(word);
          connectIf(word.sort.joins());
        }
        case CONNECTOR -> lower(before);
        case PUNCTUATION -> {}
        default -> word = afterLetters(word);
      }
    }
    lower(word);
    return out.toString();
  }

  private Word afterLetters(Word word) {
    if (word.sort != Sort.NUMBER) {
      connectIf(word.sort != Sort.CONNECTOR && word.sort != Sort.PUNCTUATION);
      return word;
    }
    if (!more()) {
      return word;
    }
    var number = word;
    var following = next();
    if (following.sort != Sort.ALPHABET) {
      lower(number);
      connectIf(following.sort != Sort.CONNECTOR && following.sort != Sort.PUNCTUATION);
      return following;
    }
    out.append(connector);
    lower(number);
    following = alphabetAndNumbers(following);
    connectIf(following.sort.joins());
    return following;
  }

  private Word alphabetAndNumbers(Word word) {
    var each = word;
    while (each.isAlphabetOrNumber()) {
      lower(each);
      each = next();
    }
    return each;
  }

  private void connectIf(boolean connects) {
    if (connects) {
      out.append(connector);
    }
  }

  private void lower(Word word) {
    if (word.sort == Sort.CONNECTOR) {
      out.repeat(connector, word.text.codePointCount(0, word.text.length()));
    } else if (word.sort == Sort.UPPER || word.sort == Sort.ALPHABET) {
      out.append(Words.lower(word.text));
    } else {
      out.append(word.text);
    }
  }

  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      words.add(new Word(sort(text.codePointAt(at)), text.substring(at, end)));
      at = end;
    }
    return words;
  }

  private static int end(String text, int start) {
    var sort = sort(text.codePointAt(start));
    int at = start + Character.charCount(text.codePointAt(start));
    if (sort == Sort.UPPER && at < text.length()) {
      return upperEnd(text, at);
    }
    while (at < text.length() && goesOn(sort, text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Many capitals are a word, but the last one belongs to the small letters behind it. */
  private static int upperEnd(String text, int second) {
    int at = second;
    if (!Character.isUpperCase(text.codePointAt(at))) {
      while (at < text.length() && isSmall(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }
    int last = at;
    while (at < text.length() && Character.isUpperCase(text.codePointAt(at))) {
      last = at;
      at += Character.charCount(text.codePointAt(at));
    }
    return at < text.length() && isAlphabet(text.codePointAt(at)) ? last : at;
  }

  private static boolean goesOn(Sort sort, int c) {
    return switch (sort) {
      case CONNECTOR -> isConnector(c);
      case PUNCTUATION -> isPunctuation(c);
      case NUMBER -> isNumber(c);
      case ALPHABET -> isSmall(c);
      case OTHER -> !(isConnector(c) || isAlphabet(c) || isNumber(c) || isPunctuation(c));
      default -> false;
    };
  }

  private static boolean isSmall(int c) {
    return isAlphabet(c) && !Character.isUpperCase(c);
  }

  private static Sort sort(int c) {
    if (isConnector(c)) {
      return Sort.CONNECTOR;
    }
    if (isPunctuation(c)) {
      return Sort.PUNCTUATION;
    }
    if (Character.isUpperCase(c)) {
      return Sort.UPPER;
    }
    if (isAlphabet(c)) {
      return Sort.ALPHABET;
    }
    return isNumber(c) ? Sort.NUMBER : Sort.OTHER;
  }

  private static boolean isConnector(int c) {
    return c == '-' || c == '_' || Words.isSpace(c);
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isNumber(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** Letters of scripts that have words: those of the East Asian ones stand alone. */
  private static boolean isAlphabet(int c) {
    if (!Character.isLetter(c)) {
      return false;
    }
    boolean standsAlone =
        (c >= 0x3400 && c <= 0x4D85)
            || (c >= 0x4E00 && c <= 0x9FCC)
            || (c >= 0x20000 && c <= 0x2B81D);
    return !standsAlone;
  }

  static String pascal(String text) {
    int at = 0;
    var out = new StringBuilder();
    while (at < text.length() && isConnector(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (at >= text.length()) {
        // The real one writes the last connector twice.
        return out.appendCodePoint(c).appendCodePoint(c).toString();
      }
      out.appendCodePoint(c);
    }
    if (at >= text.length()) {
      return out.toString();
    }
    int present = text.codePointAt(at);
    at += Character.charCount(present);
    boolean capital = Character.isUpperCase(present);
    present = Character.toUpperCase(present);
    while (at < text.length()) {
      int before = present;
      present = text.codePointAt(at);
      at += Character.charCount(present);
      if (isConnector(present) && isConnector(before)) {
        out.appendCodePoint(before);
        continue;
      }
      if (isConnector(before)) {
        capital = Character.isUpperCase(present);
        present = Character.toUpperCase(present);
        continue;
      }
      if (capital) {
        if (Character.isUpperCase(present)) {
          present = Character.toLowerCase(present);
        } else {
          capital = false;
        }
      }
      out.appendCodePoint(before);
    }
    return out.appendCodePoint(present).toString();
  }
}
