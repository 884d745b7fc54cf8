package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes trees of a template's text: one for itself, one for each definition in it. */
final class Parser {
  private static final String UNEXPECTED = "unexpected ";

  private final Source source;
  private final Tokens tokens;
  private final Pipelines pipelines;
  private int rangeDepth;

  private Parser(Source source) {
    this.source = source;
    this.tokens = new Tokens(source);
    this.pipelines = new Pipelines(tokens, source.functions);
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
    int start = tokens.peek().position();
    var nodes = new ArrayList<Node>();
    while (tokens.peek().kind() != TokenKind.EOF) {
      if (tokens.peek().kind() == TokenKind.LEFT_DELIMITER) {
        var delimiter = tokens.next();
        if (tokens.nextNonSpace().kind() == TokenKind.DEFINE) {
          new Parser(source).definition();
          continue;
        }
        tokens.backup(delimiter);
      }
      var node = textOrAction();
      if (node instanceof Node.End || node instanceof Node.Else) {
        throw tokens.error(UNEXPECTED + node.text());
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
      throw tokens.error("template: multiple definition of template " + GoQuote.quote(name));
    }
  }

  private void definition() {
    var context = "define clause";
    var token = tokens.nextNonSpace();
    if (token.kind() != TokenKind.STRING && token.kind() != TokenKind.RAW_STRING) {
      throw tokens.unexpected(token, context);
    }
    var name = tokens.unquote(token);
    tokens.expect(TokenKind.RIGHT_DELIMITER, context);
    add(name, definitionBody(context));
  }

  private Node.Sequence definitionBody(String context) {
    var body = new Body();
    if (!(body.end instanceof Node.End)) {
      throw tokens.error(UNEXPECTED + body.end.text() + " in " + context);
    }
    return body.list;
  }

  /** Nodes up to an {@code end} or {@code else}. */
  private final class Body {
    final Node.Sequence list;
    final Node end;

    Body() {
      int start = tokens.peekNonSpace().position();
      var nodes = new ArrayList<Node>();
      tokens.deeper();
      while (tokens.peekNonSpace().kind() != TokenKind.EOF) {
        var node = textOrAction();
        if (node instanceof Node.End || node instanceof Node.Else) {
          tokens.rises();
          list = new Node.Sequence(start, nodes);
          end = node;
          return;
        }
        nodes.add(node);
      }
      throw tokens.error("unexpected EOF");
    }
  }

  private Node textOrAction() {
    var token = tokens.nextNonSpace();
    return switch (token.kind()) {
      case TEXT -> new Node.Text(token.position(), token.text());
      case LEFT_DELIMITER -> {
        tokens.action(token);
        var action = action();
        tokens.endOfAction();
        yield action;
      }
      default -> throw tokens.unexpected(token, "input");
    };
  }

  private Node action() {
    var token = tokens.nextNonSpace();
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
      case END -> new Node.End(tokens.expect(TokenKind.RIGHT_DELIMITER, "end").position());
      case IF, RANGE, WITH -> branch(token.kind());
      case TEMPLATE -> template();
      default -> {
        tokens.backup();
        int start = tokens.peek().position();
        yield new Node.Action(start, pipelines.pipeline("command", TokenKind.RIGHT_DELIMITER));
      }
    };
  }

  private void loopControl(String action) {
    var token = tokens.nextNonSpace();
    if (token.kind() != TokenKind.RIGHT_DELIMITER) {
      throw tokens.unexpected(token, action);
    }
    if (rangeDepth == 0) {
      throw tokens.error(action + " outside {{range}}");
    }
  }

  private Node elseControl() {
    var token = tokens.peekNonSpace();
    if (token.kind() == TokenKind.IF || token.kind() == TokenKind.WITH) {
      return new Node.Else(token.position());
    }
    return new Node.Else(tokens.expect(TokenKind.RIGHT_DELIMITER, "else").position());
  }

  private Node branch(TokenKind kind) {
    int known = pipelines.known();
    var context = kind == TokenKind.IF ? "if" : kind == TokenKind.WITH ? "with" : "range";
    var pipe = pipelines.pipeline(context, TokenKind.RIGHT_DELIMITER);
    rangeDepth += kind == TokenKind.RANGE ? 1 : 0;
    var body = new Body();
    rangeDepth -= kind == TokenKind.RANGE ? 1 : 0;
    var otherwise = body.end instanceof Node.Else ? otherwise(kind, body.end) : null;
    pipelines.forget(known);
    return new Node.Branch(pipe.position(), kind, pipe, body.list, otherwise);
  }

  private Node.Sequence otherwise(TokenKind kind, Node end) {
    if (kind != TokenKind.RANGE && tokens.peek().kind() == kind) {
      tokens.next();
      tokens.deeper();
      var nested = new Node.Sequence(end.position(), List.of(branch(kind)));
      tokens.rises();
      return nested;
    }
    var body = new Body();
    if (!(body.end instanceof Node.End)) {
      throw tokens.error("expected end; found " + body.end.text());
    }
    return body.list;
  }

  private Node block() {
    var context = "block clause";
    var token = tokens.nextNonSpace();
    var name = templateName(token, context);
    var pipe = pipelines.pipeline(context, TokenKind.RIGHT_DELIMITER);
    var definition = new Parser(source);
    definition.add(name, definition.definitionBody(context));
    return new Node.Call(token.position(), name, pipe);
  }

  private Node template() {
    var context = "template clause";
    var token = tokens.nextNonSpace();
    var name = templateName(token, context);
    if (tokens.nextNonSpace().kind() == TokenKind.RIGHT_DELIMITER) {
      return new Node.Call(token.position(), name, null);
    }
    tokens.backup();
    return new Node.Call(
        token.position(), name, pipelines.pipeline(context, TokenKind.RIGHT_DELIMITER));
  }

  private String templateName(Token token, String context) {
    if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.RAW_STRING) {
      return tokens.unquote(token);
    }
    throw tokens.unexpected(token, context);
  }
}
