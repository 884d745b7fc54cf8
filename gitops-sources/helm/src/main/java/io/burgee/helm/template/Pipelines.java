package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses what is within delimiters: commands, one after the other, and the variables for them. */
final class Pipelines {
  private final Tokens tokens;
  private final Predicate<String> functions;
  private final List<String> variables = new ArrayList<>(List.of("$"));

  Pipelines(Tokens tokens, Predicate<String> functions) {
    this.tokens = tokens;
    this.functions = functions;
  }

  /** How many variables are known, for {@link #forget}. */
  int known() {
    return variables.size();
  }

  /** The block ended: only the first variables are still known. */
  void forget(int known) {
    variables.subList(known, variables.size()).clear();
  }

  Node.Pipe pipeline(String context, TokenKind end) {
    int start = tokens.peekNonSpace().position();
    var declared = new ArrayList<Node.Variable>();
    boolean assigns = declarations(context, declared);
    var commands = new ArrayList<Node.Command>();
    while (true) {
      var token = tokens.nextNonSpace();
      if (token.kind() == end) {
        check(commands, context);
        return new Node.Pipe(start, List.copyOf(declared), assigns, List.copyOf(commands));
      }
      switch (token.kind()) {
        case BOOL,
            CHAR_CONSTANT,
            COMPLEX,
            DOT,
            FIELD,
            IDENTIFIER,
            NUMBER,
            NIL,
            RAW_STRING,
            STRING,
            VARIABLE,
            LEFT_PAREN -> {
          tokens.backup();
          commands.add(command());
        }
        default -> throw tokens.unexpected(token, context);
      }
    }
  }

  /** Variables before a {@code :=} or {@code =}, if it is one; whether it is the latter. */
  private boolean declarations(String context, List<Node.Variable> declared) {
    while (tokens.peekNonSpace().kind() == TokenKind.VARIABLE) {
      var variable = tokens.next();
      var after = tokens.peek();
      var following = tokens.peekNonSpace();
      if (following.kind() == TokenKind.ASSIGN || following.kind() == TokenKind.DECLARE) {
        tokens.nextNonSpace();
        declare(variable, declared);
        return following.kind() == TokenKind.ASSIGN;
      }
      if (following.kind() == TokenKind.CHAR && following.text().equals(",")) {
        tokens.nextNonSpace();
        declare(variable, declared);
        requireSecondOfRange(context, declared);
        continue;
      }
      if (after.kind() == TokenKind.SPACE) {
        tokens.backup(variable, after);
      } else {
        tokens.backup(variable);
      }
      return false;
    }
    return false;
  }

  private void declare(Token variable, List<Node.Variable> declared) {
    declared.add(new Node.Variable(variable.position(), variable.text(), List.of()));
    variables.add(variable.text());
  }

  private void requireSecondOfRange(String context, List<Node.Variable> declared) {
    if (!context.equals("range") || declared.size() >= 2) {
      throw tokens.error("too many declarations in " + context);
    }
    switch (tokens.peekNonSpace().kind()) {
      case VARIABLE, RIGHT_DELIMITER, RIGHT_PAREN -> {}
      default -> throw tokens.error("range can only initialize variables");
    }
  }

  private void check(List<Node.Command> commands, String context) {
    if (commands.isEmpty()) {
      throw tokens.error("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      switch (commands.get(i).words().getFirst()) {
        case Node.Bool _, Node.Dot _, Node.Nil _, Node.Numeral _, Node.Literal _ ->
            throw tokens.error("non executable command in pipeline stage " + (i + 1));
        default -> {}
      }
    }
  }

  private Node.Command command() {
    int start = tokens.peekNonSpace().position();
    var words = new ArrayList<Node.Operand>();
    while (true) {
      tokens.peekNonSpace();
      var operand = operand();
      if (operand != null) {
        words.add(operand);
      }
      var token = tokens.next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PAREN -> tokens.backup();
        case PIPE -> {}
        default -> throw tokens.unexpected(token, "operand");
      }
      break;
    }
    if (words.isEmpty()) {
      throw tokens.error("empty command");
    }
    return new Node.Command(start, List.copyOf(words));
  }

  private Node.@Nullable Operand operand() {
    var term = term();
    if (term == null || tokens.peek().kind() != TokenKind.FIELD) {
      return term;
    }
    int start = tokens.peek().position();
    var fields = new ArrayList<String>();
    while (tokens.peek().kind() == TokenKind.FIELD) {
      fields.add(tokens.next().text().substring(1));
    }
    return switch (term) {
      case Node.Field field -> new Node.Field(start, joined(field.fields(), fields));
      case Node.Variable variable ->
          new Node.Variable(start, variable.name(), joined(variable.fields(), fields));
      case Node.Bool _, Node.Literal _, Node.Numeral _, Node.Nil _, Node.Dot _ ->
          throw tokens.error("unexpected . after term " + GoQuote.quote(term.text()));
      default -> new Node.Chain(start, term, List.copyOf(fields));
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private Node.@Nullable Operand term() {
    var token = tokens.nextNonSpace();
    int start = token.position();
    return switch (token.kind()) {
      case IDENTIFIER -> {
        if (!functions.test(token.text())) {
          throw tokens.error("function " + GoQuote.quote(token.text()) + " not defined");
        }
        yield new Node.Identifier(start, token.text());
      }
      case DOT -> new Node.Dot(start);
      case NIL -> new Node.Nil(start);
      case VARIABLE -> variable(token);
      case FIELD -> new Node.Field(start, List.of(token.text().substring(1)));
      case BOOL -> new Node.Bool(start, token.text().equals("true"));
      case CHAR_CONSTANT, COMPLEX, NUMBER ->
          switch (Numbers.parse(token.text(), token.kind())) {
            case Numbers.Value value -> new Node.Numeral(start, token.text(), value);
            case Object problem -> throw tokens.error(problem.toString());
          };
      case LEFT_PAREN -> {
        tokens.deeper();
        var pipe = pipeline("parenthesized pipeline", TokenKind.RIGHT_PAREN);
        tokens.rises();
        yield pipe;
      }
      case STRING, RAW_STRING -> new Node.Literal(start, token.text(), tokens.unquote(token));
      default -> {
        tokens.backup();
        yield null;
      }
    };
  }

  private Node.Variable variable(Token token) {
    if (!variables.contains(token.text())) {
      throw tokens.error("undefined variable " + GoQuote.quote(token.text()));
    }
    return new Node.Variable(token.position(), token.text(), List.of());
  }
}
