package io.burgee.sandbox.promql;

import io.burgee.sandbox.promql.Expr.Grouping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Precedence climbing over the tokens of one query; refuses what doesn't type-check. */
final class Parser {
  private static final Pattern DURATION_PART = Pattern.compile("(\\d+)(ms|[smhdwy])");

  private final List<Token> tokens;
  private int at;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expr parse(String query) {
    var parser = new Parser(Lexer.tokens(query));
    if (parser.peek().kind() == Token.Kind.END) {
      throw PromqlException.parse(0, "no expression found in input");
    }
    var expr = parser.expression(0);
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.unexpected(parser.peek());
    }
    return expr;
  }

  private Expr expression(int minimum) {
    var left = operand();
    while (true) {
      var token = peek();
      var operator = Operator.of(token);
      if (operator.isEmpty() || operator.get().level() < minimum) {
        return left;
      }
      at++;
      left = binary(token, operator.get(), left);
    }
  }

  private Expr binary(Token token, Operator operator, Expr left) {
    boolean bool = skipWord("bool");
    var matching = Grouping.ALL_LABELS;
    if (peek().isWord("on") || peek().isWord("ignoring")) {
      matching = new Grouping(next().isWord("on"), labelList());
    }
    var right = expression(operator.isRightAssociative() ? operator.level() : operator.level() + 1);
    TypeCheck.binary(token, operator, bool, left, right);
    return new Expr.Binary(operator, bool, matching, left, right);
  }

  private Expr operand() {
    if (peek().isSymbol("-") || peek().isSymbol("+")) {
      var sign = next();
      var of = expression(Operator.SIGN_LEVEL);
      TypeCheck.sign(sign, of);
      return sign.isSymbol("-") ? new Expr.Negation(of) : of;
    }
    return suffixed(primary());
  }

  private Expr primary() {
    var token = next();
    return switch (token.kind()) {
      case NUMBER -> new Expr.Literal(number(token.text()));
      case NAME -> named(token);
      case SYMBOL -> symbol(token);
      case DURATION, STRING, END -> throw unexpected(token);
    };
  }

  private Expr symbol(Token token) {
    if (token.isSymbol("(")) {
      var inner = expression(0);
      expect(")");
      return inner;
    } else if (token.isSymbol("{")) {
      at--;
      return selector(token, new ArrayList<>());
    }
    throw unexpected(token);
  }

  private Expr named(Token token) {
    if (token.isWord("inf") || token.isWord("nan")) {
      return new Expr.Literal(token.isWord("inf") ? Double.POSITIVE_INFINITY : Double.NaN);
    }
    var aggregate = Aggregate.named(token);
    if (aggregate.isPresent() && startsAggregation()) {
      return aggregation(token, aggregate.get());
    }
    if (peek().isSymbol("(")) {
      return call(token);
    }
    var matchers = new ArrayList<LabelMatcher>();
    matchers.add(LabelMatcher.equal(Labels.NAME, token.text()));
    return selector(token, matchers);
  }

  private boolean startsAggregation() {
    return peek().isSymbol("(") || peek().isWord("by") || peek().isWord("without");
  }

  private Expr aggregation(Token name, Aggregate aggregate) {
    var grouping = grouping(Grouping.ONE_GROUP);
    expect("(");
    var of = expression(0);
    expect(")");
    TypeCheck.argument(name, "aggregation expression", Expr.Type.VECTOR, of);
    return new Expr.Aggregation(aggregate, grouping(grouping), of);
  }

  private Grouping grouping(Grouping otherwise) {
    if (peek().isWord("by") || peek().isWord("without")) {
      return new Grouping(next().isWord("by"), labelList());
    }
    return otherwise;
  }

  private List<String> labelList() {
    var labels = new ArrayList<String>();
    expect("(");
    while (!peek().isSymbol(")")) {
      labels.add(expect(Token.Kind.NAME).text());
      if (!peek().isSymbol(")")) {
        expect(",");
      }
    }
    expect(")");
    return labels;
  }

  private Expr call(Token name) {
    var function =
        Function.named(name.text())
            .orElseThrow(
                () ->
                    PromqlException.parse(
                        name.offset(), "unknown function with name \"" + name.text() + "\""));
    var arguments = new ArrayList<Expr>();
    expect("(");
    while (!peek().isSymbol(")")) {
      arguments.add(expression(0));
      if (!peek().isSymbol(")")) {
        expect(",");
      }
    }
    expect(")");
    TypeCheck.call(name, function, arguments);
    return new Expr.Call(function, arguments);
  }

  private Expr selector(Token start, List<LabelMatcher> matchers) {
    if (peek().isSymbol("{")) {
      at++;
      while (!peek().isSymbol("}")) {
        var label = expect(Token.Kind.NAME).text();
        matchers.add(LabelMatcher.of(label, next(), expect(Token.Kind.STRING).text()));
        if (!peek().isSymbol("}")) {
          expect(",");
        }
      }
      expect("}");
    }
    if (matchers.stream().allMatch(matcher -> matcher.matches(""))) {
      throw PromqlException.parse(
          start.offset(), "vector selector must contain at least one non-empty matcher");
    }
    return new Expr.Selector(matchers, Duration.ZERO);
  }

  /** A range and an offset may follow a selector, in this order. */
  private Expr suffixed(Expr expr) {
    Duration length = Duration.ZERO;
    var token = peek();
    if (skipSymbol("[")) {
      length = duration(expect(Token.Kind.DURATION));
      expect("]");
    }
    var offset = skipWord("offset") ? duration(expect(Token.Kind.DURATION)) : Duration.ZERO;
    if (length.isZero() && offset.isZero()) {
      return expr;
    }
    if (!(expr instanceof Expr.Selector(var matchers, var _))) {
      throw PromqlException.parse(
          token.offset(), "ranges and offsets only allowed for vector selectors");
    }
    var selector = new Expr.Selector(matchers, offset);
    return length.isZero() ? selector : new Expr.Range(selector, length);
  }

  private static double number(String text) {
    return text.startsWith("0x") || text.startsWith("0X")
        ? Long.parseLong(text.substring(2), 16)
        : Double.parseDouble(text);
  }

  private static Duration duration(Token token) {
    var parts = DURATION_PART.matcher(token.text());
    var total = Duration.ZERO;
    while (parts.find()) {
      long count = Long.parseLong(parts.group(1));
      total = total.plus(unit(parts.group(2)).multipliedBy(count));
    }
    if (total.isZero()) {
      throw PromqlException.parse(token.offset(), "duration must be greater than 0");
    }
    return total;
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      case "w" -> Duration.ofDays(7);
      default -> Duration.ofDays(365);
    };
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    var token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  private boolean skipWord(String word) {
    boolean there = peek().isWord(word);
    at += there ? 1 : 0;
    return there;
  }

  private boolean skipSymbol(String symbol) {
    boolean there = peek().isSymbol(symbol);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String symbol) {
    if (!skipSymbol(symbol)) {
      throw unexpected(peek());
    }
  }

  private Token expect(Token.Kind kind) {
    var token = next();
    if (token.kind() != kind) {
      throw unexpected(token);
    }
    return token;
  }

  private PromqlException unexpected(Token token) {
    return PromqlException.parse(token.offset(), "unexpected " + token.shown());
  }
}
