package io.burgee.helm.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes trees of a template's text: one for itself, one for each definition in it. */
final class Parser {
  private static final String UNEXPECTED = "unexpected ";

  /** Of blocks and parentheses in each other; Go bounds only the latter, by 10,000. */
  private static final int DEEPEST = 1_000;

  private final Source source;
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private final Token[] ahead = new Token[3];
  private int peeked;
  private int rangeDepth;
  private int actionLine;

  /** What the parsers of a text and of the definitions in it share. */
  private static final class Source {
    final String name;
    final String text;
    final Lexer lexer;
    final Predicate<String> functions;
    final Map<String, Tree> trees = new LinkedHashMap<>();
    int depth;

    Source(String name, String text, Predicate<String> functions) {
      this.name = name;
      this.text = text;
      this.lexer = new Lexer(text);
      this.functions = functions;
    }
  }

  private Parser(Source source) {
    this.source = source;
  }

  /**
   * All trees of the text, that of its own name too.
   *
   * @throws ParseException if it is no template, or calls a function that isn't one
   */
  static Map<String, Tree> parse(String name, String text, Predicate<String> functions) {
    var source = new Source(name, text, functions);
    new Parser(source).parse();
    return source.trees;
  }

  private void parse() {
    int start = peek().position();
    var nodes = new ArrayList<Node>();
    while (peek().kind() != TokenKind.EOF) {
      if (peek().kind() == TokenKind.LEFT_DELIMITER) {
        var delimiter = next();
        if (nextNonSpace().kind() == TokenKind.DEFINE) {
          new Parser(source).definition();
          continue;
        }
        backup(delimiter);
      }
      var node = textOrAction();
      if (node instanceof Node.End || node instanceof Node.Else) {
        throw error(UNEXPECTED + node.text());
      }
      nodes.add(node);
    }
    add(source.name, new Node.Sequence(start, nodes));
  }

  private void add(String name, Node.Sequence root) {
    var tree = new Tree(name, source.name, source.text, root);
    var present = source.trees.get(name);
    if (present == null || present.isEmpty()) {
      source.trees.put(name, tree);
    } else if (!tree.isEmpty()) {
      throw error("template: multiple definition of template " + Quoting.quote(name));
    }
  }

  private void definition() {
    var context = "define clause";
    var token = nextNonSpace();
    if (token.kind() != TokenKind.STRING && token.kind() != TokenKind.RAW_STRING) {
      throw unexpected(token, context);
    }
    var name = unquote(token.text());
    expect(TokenKind.RIGHT_DELIMITER, context);
    add(name, definitionBody(context));
  }

  private Node.Sequence definitionBody(String context) {
    var body = new Body();
    if (!(body.end instanceof Node.End)) {
      throw error(UNEXPECTED + body.end.text() + " in " + context);
    }
    return body.list;
  }

  /** Nodes up to an {@code end} or {@code else}. */
  private final class Body {
    final Node.Sequence list;
    final Node end;

    Body() {
      int start = peekNonSpace().position();
      var nodes = new ArrayList<Node>();
      deeper();
      while (peekNonSpace().kind() != TokenKind.EOF) {
        var node = textOrAction();
        if (node instanceof Node.End || node instanceof Node.Else) {
          source.depth--;
          list = new Node.Sequence(start, nodes);
          end = node;
          return;
        }
        nodes.add(node);
      }
      throw error("unexpected EOF");
    }
  }

  private void deeper() {
    if (++source.depth > DEEPEST) {
      throw error("max expression depth exceeded");
    }
  }

  private Node textOrAction() {
    var token = nextNonSpace();
    return switch (token.kind()) {
      case TEXT -> new Node.Text(token.position(), token.text());
      case LEFT_DELIMITER -> {
        actionLine = token.line();
        var action = action();
        actionLine = 0;
        yield action;
      }
      default -> throw unexpected(token, "input");
    };
  }

  private Node action() {
    var token = nextNonSpace();
    return switch (token.kind()) {
      case BLOCK -> block();
      case BREAK -> {
        loopControl("{{break}}");
        yield new Node.Break(token.position());
      }
      case CONTINUE -> {
        loopControl("{{continue}}");
        yield new Node.Continue(token.position());
      }
      case ELSE -> elseControl();
      case END -> new Node.End(expect(TokenKind.RIGHT_DELIMITER, "end").position());
      case IF, RANGE, WITH -> branch(token.kind());
      case TEMPLATE -> template();
      default -> {
        backup();
        int start = peek().position();
        yield new Node.Action(start, pipeline("command", TokenKind.RIGHT_DELIMITER));
      }
    };
  }

  private void loopControl(String action) {
    var token = nextNonSpace();
    if (token.kind() != TokenKind.RIGHT_DELIMITER) {
      throw unexpected(token, action);
    }
    if (rangeDepth == 0) {
      throw error(action + " outside {{range}}");
    }
  }

  private Node elseControl() {
    var token = peekNonSpace();
    if (token.kind() == TokenKind.IF || token.kind() == TokenKind.WITH) {
      return new Node.Else(token.position());
    }
    return new Node.Else(expect(TokenKind.RIGHT_DELIMITER, "else").position());
  }

  private Node branch(TokenKind kind) {
    int known = variables.size();
    var context = kind == TokenKind.IF ? "if" : kind == TokenKind.WITH ? "with" : "range";
    var pipe = pipeline(context, TokenKind.RIGHT_DELIMITER);
    rangeDepth += kind == TokenKind.RANGE ? 1 : 0;
    var body = new Body();
    rangeDepth -= kind == TokenKind.RANGE ? 1 : 0;
    var otherwise = body.end instanceof Node.Else ? otherwise(kind, body.end) : null;
    variables.subList(known, variables.size()).clear();
    return new Node.Branch(pipe.position(), kind, pipe, body.list, otherwise);
  }

  private Node.Sequence otherwise(TokenKind kind, Node end) {
    if (kind != TokenKind.RANGE && peek().kind() == kind) {
      next();
      deeper();
      var nested = new Node.Sequence(end.position(), List.of(branch(kind)));
      source.depth--;
      return nested;
    }
    var body = new Body();
    if (!(body.end instanceof Node.End)) {
      throw error("expected end; found " + body.end.text());
    }
    return body.list;
  }

  private Node block() {
    var context = "block clause";
    var token = nextNonSpace();
    var name = templateName(token, context);
    var pipe = pipeline(context, TokenKind.RIGHT_DELIMITER);
    var definition = new Parser(source);
    definition.add(name, definition.definitionBody(context));
    return new Node.Call(token.position(), name, pipe);
  }

  private Node template() {
    var context = "template clause";
    var token = nextNonSpace();
    var name = templateName(token, context);
    if (nextNonSpace().kind() == TokenKind.RIGHT_DELIMITER) {
      return new Node.Call(token.position(), name, null);
    }
    backup();
    return new Node.Call(token.position(), name, pipeline(context, TokenKind.RIGHT_DELIMITER));
  }

  private String templateName(Token token, String context) {
    if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.RAW_STRING) {
      return unquote(token.text());
    }
    throw unexpected(token, context);
  }

  private Node.Pipe pipeline(String context, TokenKind end) {
    int start = peekNonSpace().position();
    var declared = new ArrayList<Node.Variable>();
    boolean assigns = declarations(context, declared);
    var commands = new ArrayList<Node.Command>();
    while (true) {
      var token = nextNonSpace();
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
          backup();
          commands.add(command());
        }
        default -> throw unexpected(token, context);
      }
    }
  }

  /** Variables before a {@code :=} or {@code =}, if it is one; whether it is the latter. */
  private boolean declarations(String context, List<Node.Variable> declared) {
    while (peekNonSpace().kind() == TokenKind.VARIABLE) {
      var variable = next();
      var after = peek();
      var following = peekNonSpace();
      if (following.kind() == TokenKind.ASSIGN || following.kind() == TokenKind.DECLARE) {
        nextNonSpace();
        declare(variable, declared);
        return following.kind() == TokenKind.ASSIGN;
      }
      if (following.kind() == TokenKind.CHAR && following.text().equals(",")) {
        nextNonSpace();
        declare(variable, declared);
        requireSecondOfRange(context, declared);
        continue;
      }
      if (after.kind() == TokenKind.SPACE) {
        backup(variable, after);
      } else {
        backup(variable);
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
      throw error("too many declarations in " + context);
    }
    switch (peekNonSpace().kind()) {
      case VARIABLE, RIGHT_DELIMITER, RIGHT_PAREN -> {}
      default -> throw error("range can only initialize variables");
    }
  }

  private void check(List<Node.Command> commands, String context) {
    if (commands.isEmpty()) {
      throw error("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      switch (commands.get(i).words().getFirst()) {
        case Node.Bool _, Node.Dot _, Node.Nil _, Node.Numeral _, Node.Literal _ ->
            throw error("non executable command in pipeline stage " + (i + 1));
        default -> {}
      }
    }
  }

  private Node.Command command() {
    int start = peekNonSpace().position();
    var words = new ArrayList<Node.Operand>();
    while (true) {
      peekNonSpace();
      var operand = operand();
      if (operand != null) {
        words.add(operand);
      }
      var token = next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PAREN -> backup();
        case PIPE -> {}
        default -> throw unexpected(token, "operand");
      }
      break;
    }
    if (words.isEmpty()) {
      throw error("empty command");
    }
    return new Node.Command(start, List.copyOf(words));
  }

  private Node.@Nullable Operand operand() {
    var term = term();
    if (term == null || peek().kind() != TokenKind.FIELD) {
      return term;
    }
    int start = peek().position();
    var fields = new ArrayList<String>();
    while (peek().kind() == TokenKind.FIELD) {
      fields.add(next().text().substring(1));
    }
    return switch (term) {
      case Node.Field field -> new Node.Field(start, joined(field.fields(), fields));
      case Node.Variable variable ->
          new Node.Variable(start, variable.name(), joined(variable.fields(), fields));
      case Node.Bool _, Node.Literal _, Node.Numeral _, Node.Nil _, Node.Dot _ ->
          throw error("unexpected . after term " + Quoting.quote(term.text()));
      default -> new Node.Chain(start, term, List.copyOf(fields));
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private Node.@Nullable Operand term() {
    var token = nextNonSpace();
    int start = token.position();
    return switch (token.kind()) {
      case IDENTIFIER -> {
        if (!source.functions.test(token.text())) {
          throw error("function " + Quoting.quote(token.text()) + " not defined");
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
            case Object problem -> throw error(problem.toString());
          };
      case LEFT_PAREN -> {
        deeper();
        var pipe = pipeline("parenthesized pipeline", TokenKind.RIGHT_PAREN);
        source.depth--;
        yield pipe;
      }
      case STRING, RAW_STRING -> new Node.Literal(start, token.text(), unquote(token.text()));
      default -> {
        backup();
        yield null;
      }
    };
  }

  private Node.Variable variable(Token token) {
    if (!variables.contains(token.text())) {
      throw error("undefined variable " + Quoting.quote(token.text()));
    }
    return new Node.Variable(token.position(), token.text(), List.of());
  }

  private String unquote(String literal) {
    var text = Quoting.unquote(literal);
    if (text == null) {
      throw error("invalid syntax");
    }
    return text;
  }

  private Token next() {
    if (peeked > 0) {
      peeked--;
    } else {
      ahead[0] = source.lexer.next();
    }
    return ahead[peeked];
  }

  private void backup() {
    peeked++;
  }

  /** The present token comes again after that one. */
  private void backup(Token first) {
    ahead[1] = first;
    peeked = 2;
  }

  /** The present token comes again after these two. */
  private void backup(Token first, Token second) {
    ahead[1] = second;
    ahead[2] = first;
    peeked = 3;
  }

  private Token peek() {
    if (peeked > 0) {
      return ahead[peeked - 1];
    }
    peeked = 1;
    ahead[0] = source.lexer.next();
    return ahead[0];
  }

  private Token nextNonSpace() {
    var token = next();
    while (token.kind() == TokenKind.SPACE) {
      token = next();
    }
    return token;
  }

  private Token peekNonSpace() {
    var token = nextNonSpace();
    backup();
    return token;
  }

  private Token expect(TokenKind kind, String context) {
    var token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  private ParseException unexpected(Token token, String context) {
    if (token.kind() != TokenKind.ERROR) {
      return error(UNEXPECTED + token.shown() + " in " + context);
    }
    var place = "";
    if (actionLine != 0 && actionLine != token.line()) {
      boolean named = token.text().endsWith(" action");
      place = (named ? "" : " in action") + " started at " + source.name + ":" + actionLine;
    }
    return error(token.text() + place);
  }

  private ParseException error(String message) {
    return new ParseException("template: " + source.name + ":" + ahead[0].line() + ": " + message);
  }
}
