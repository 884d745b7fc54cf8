package io.burgee.kustomize.select;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.select.LabelSelector.Operator;
import io.burgee.kustomize.select.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the grammar of label selectors, with the messages of Kubernetes. */
final class LabelSelectorParser {
  private static final Map<String, Operator> BINARY =
      Map.of(
          "=", Operator.EQUALS,
          "==", Operator.EQUALS,
          "!=", Operator.NOT_EQUALS,
          "in", Operator.IN,
          "notin", Operator.NOT_IN,
          ">", Operator.GREATER,
          "<", Operator.LESS);

  private final List<Token> tokens;
  private int position;

  LabelSelectorParser(String text) {
    this.tokens = LabelTokens.of(text);
  }

  /** A word, or one of the signs; the end is a sign without text. */
  record Token(boolean word, String text) {
    static final Token END = new Token(false, "");

    boolean isEnd() {
      return !word && text.isEmpty();
    }

    boolean is(String sign) {
      return !word && text.equals(sign);
    }
  }

  List<Requirement> parse() {
    var requirements = new ArrayList<Requirement>();
    while (true) {
      var token = present();
      if (!token.word() && !token.is("!")) {
        if (token.isEnd()) {
          return requirements;
        }
        throw found(token, "!, identifier, or 'end of string'");
      }
      requirements.add(requirement());
      var after = next();
      if (after.isEnd()) {
        return requirements;
      }
      if (!after.is(",")) {
        throw found(after, "',' or 'end of string'");
      }
      if (!present().word() && !present().is("!")) {
        throw found(present(), "identifier after ','");
      }
    }
  }

  private Requirement requirement() {
    try {
      return keyAndCondition();
    } catch (BuildException e) {
      throw e.in("unable to parse requirement");
    }
  }

  private Requirement keyAndCondition() {
    boolean absent = present().is("!");
    if (absent) {
      next();
    }
    var key = next();
    if (!key.word()) {
      throw found(key, "identifier");
    }
    LabelRules.checkKey(key.text());
    if (absent || present().isEnd() || present().is(",")) {
      var operator = absent ? Operator.ABSENT : Operator.EXISTS;
      return LabelSelector.requirement(key.text(), operator, new TreeSet<>());
    }
    var operator = operator(next());
    var values = operator == Operator.IN || operator == Operator.NOT_IN ? valueSet() : exactValue();
    return LabelSelector.requirement(key.text(), operator, values);
  }

  private static Operator operator(Token token) {
    var operator = BINARY.get(token.text());
    if (operator == null) {
      throw found(token, "'=', '!=', '==', 'in', notin'");
    }
    return operator;
  }

  private SortedSet<String> exactValue() {
    var values = new TreeSet<String>();
    if (present().isEnd() || present().is(",")) {
      values.add("");
      return values;
    }
    var value = next();
    if (!value.word()) {
      throw found(value, "identifier");
    }
    values.add(value.text());
    return values;
  }

  private SortedSet<String> valueSet() {
    var open = next();
    if (!open.is("(")) {
      throw new BuildException("found '" + open.text() + "' expected: '('");
    }
    var first = present();
    if (first.is(")")) {
      next();
      return new TreeSet<>(List.of(""));
    }
    if (!first.word() && !first.is(",")) {
      throw found(first, "',', ')' or identifier");
    }
    var values = listed();
    if (!next().is(")")) {
      throw found(first, "')'");
    }
    return values;
  }

  private SortedSet<String> listed() {
    var values = new TreeSet<String>();
    while (true) {
      var token = next();
      if (token.word()) {
        values.add(token.text());
        if (present().is(")")) {
          return values;
        }
        if (!present().is(",")) {
          throw found(present(), "',' or ')'");
        }
      } else if (token.is(",")) {
        if (values.isEmpty()) {
          values.add("");
        }
        if (present().is(")")) {
          values.add("");
          return values;
        }
        if (present().is(",")) {
          next();
          values.add("");
        }
      } else {
        throw found(token, "',', or identifier");
      }
    }
  }

  private Token present() {
    return position < tokens.size() ? tokens.get(position) : Token.END;
  }

  private Token next() {
    var token = present();
    position++;
    return token;
  }

  private static BuildException found(Token token, String expected) {
    return new BuildException("found '" + token.text() + "', expected: " + expected);
  }
}
