package io.burgee.yaml;

import io.burgee.yaml.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes nodes of tokens, by the grammar of YAML 1.1. */
final class Parser {
  private static final String STANDARD = "tag:yaml.org,2002:";

  private final Scanner scanner;
  private final Composer composer;
  private final Map<String, String> handles = new HashMap<>();
  private final int maxDepth;
  private final boolean problemFirst;
  private int depth;
  private boolean implicit;

  Parser(String text, Dialect dialect, YamlLimits limits) {
    this.scanner = new Scanner(new Cursor(text, dialect), dialect, limits);
    this.problemFirst = dialect == Dialect.HELM;
    this.composer = new Composer(dialect, limits);
    this.maxDepth = limits.depth();
  }

  List<Node> documents() {
    var documents = new ArrayList<Node>();
    boolean first = true;
    for (; ; ) {
      while (!first && kind() == Kind.DOCUMENT_END) {
        scanner.take();
      }
      if (!start(first)) {
        composer.refuseComplexKeys();
        return documents;
      }
      documents.add(content());
      if (kind() == Kind.DOCUMENT_END) {
        scanner.take();
      }
      first = false;
    }
  }

  @Nullable Node first() {
    if (!start(true)) {
      return null;
    }
    Node node = content();
    scanner.peek(); // finds what is wrong right behind the document, as Go's parser does
    composer.refuseComplexKeys();
    return node;
  }

  private Kind kind() {
    return scanner.peek().kind;
  }

  /** Passes what is before a document's content; false if there is none any more. */
  private boolean start(boolean first) {
    handles.clear();
    Kind kind = kind();
    boolean explicit =
        kind == Kind.VERSION_DIRECTIVE || kind == Kind.TAG_DIRECTIVE || kind == Kind.DOCUMENT_START;
    if (kind == Kind.STREAM_END) {
      return false;
    }
    implicit = first && !explicit;
    if (implicit) {
      return true;
    }
    directives();
    if (kind() != Kind.DOCUMENT_START) {
      throw error(0, scanner.peek(), "did not find expected <document start>");
    }
    scanner.take();
    return true;
  }

  private void directives() {
    boolean version = false;
    for (; ; ) {
      Token token = scanner.peek();
      if (token.kind == Kind.VERSION_DIRECTIVE) {
        if (version) {
          throw error(0, token, "found duplicate %YAML directive");
        }
        if (!token.value.equals("1.1")) {
          throw error(0, token, "found incompatible YAML document");
        }
        version = true;
      } else if (token.kind == Kind.TAG_DIRECTIVE) {
        if (handles.putIfAbsent(token.value, token.suffix) != null) {
          throw error(0, token, "found duplicate %TAG directive");
        }
      } else {
        return;
      }
      scanner.take();
    }
  }

  private Node content() {
    if (implicit) {
      return node(true, false); // nothing at all is an error here, such as a lone end mark
    }
    return switch (kind()) {
      case VERSION_DIRECTIVE, TAG_DIRECTIVE, DOCUMENT_START, DOCUMENT_END, STREAM_END ->
          composer.empty();
      default -> node(true, false);
    };
  }

  private Node node(boolean block, boolean indentless) {
    Token token = scanner.peek();
    if (token.kind == Kind.ALIAS) {
      scanner.take();
      return composer.alias(token.value);
    }
    int start = token.line;
    String anchor = "";
    String tag = "";
    if (token.kind == Kind.ANCHOR) {
      anchor = scanner.take().value;
      token = scanner.peek();
    }
    if (token.kind == Kind.TAG) {
      tag = tag(start, scanner.take());
      token = scanner.peek();
      if (anchor.isEmpty() && token.kind == Kind.ANCHOR) {
        anchor = scanner.take().value;
        token = scanner.peek();
      }
    }
    if (++depth > maxDepth) {
      throw error(start, token, "exceeded max depth of " + maxDepth);
    }
    Node node = bare(token, block, indentless, start, anchor, tag);
    depth--;
    return node;
  }

  private Node bare(
      Token token, boolean block, boolean indentless, int start, String anchor, String tag) {
    Kind kind = token.kind;
    if (kind == Kind.SCALAR) {
      scanner.take();
      return composer.anchored(anchor, composer.scalar(token.value, token.style, tag));
    }
    boolean sequence =
        kind == Kind.FLOW_SEQUENCE_START
            || (block && kind == Kind.BLOCK_SEQUENCE_START)
            || (indentless && kind == Kind.BLOCK_ENTRY);
    if (sequence) {
      composer.open(anchor);
      List<Node> items =
          kind == Kind.FLOW_SEQUENCE_START
              ? flowSequence()
              : kind == Kind.BLOCK_ENTRY ? indentlessSequence() : blockSequence();
      return composer.anchored(anchor, composer.sequence(items, kind == Kind.FLOW_SEQUENCE_START));
    }
    if (kind == Kind.FLOW_MAPPING_START || (block && kind == Kind.BLOCK_MAPPING_START)) {
      composer.open(anchor);
      var pairs = kind == Kind.FLOW_MAPPING_START ? flowMapping() : blockMapping();
      return composer.anchored(anchor, composer.mapping(pairs, kind == Kind.FLOW_MAPPING_START));
    }
    if (!anchor.isEmpty() || !tag.isEmpty()) {
      return composer.anchored(anchor, composer.scalar("", Style.PLAIN, tag));
    }
    throw error(start, token, "did not find expected node content");
  }

  /** The tag in full; only {@code !} if it says no more than that. */
  private String tag(int start, Token token) {
    String handle = token.value;
    if (handle.isEmpty()) {
      return token.suffix;
    }
    String prefix = handles.get(handle);
    if (prefix == null) {
      prefix = handle.equals("!") ? "!" : handle.equals("!!") ? STANDARD : null;
    }
    if (prefix == null) {
      throw error(start, token, "found undefined tag handle");
    }
    return prefix + token.suffix;
  }

  private List<Node> blockSequence() {
    int start = scanner.take().line;
    var items = new ArrayList<Node>();
    for (; ; ) {
      Token token = scanner.peek();
      if (token.kind == Kind.BLOCK_ENTRY) {
        scanner.take();
        Kind next = kind();
        boolean empty = next == Kind.BLOCK_ENTRY || next == Kind.BLOCK_END;
        items.add(empty ? composer.empty() : node(true, false));
      } else if (token.kind == Kind.BLOCK_END) {
        scanner.take();
        return items;
      } else {
        throw error(start, token, "did not find expected '-' indicator");
      }
    }
  }

  private List<Node> indentlessSequence() {
    var items = new ArrayList<Node>();
    while (kind() == Kind.BLOCK_ENTRY) {
      scanner.take();
      boolean empty = kind() == Kind.BLOCK_ENTRY || endsValue(kind());
      items.add(empty ? composer.empty() : node(true, false));
    }
    return items;
  }

  private static boolean endsValue(Kind kind) {
    return kind == Kind.KEY || kind == Kind.VALUE || kind == Kind.BLOCK_END;
  }

  private Composer.Pairs blockMapping() {
    int start = scanner.take().line;
    var pairs = new Composer.Pairs();
    for (; ; ) {
      Token token = scanner.peek();
      if (token.kind == Kind.KEY) {
        scanner.take();
        key(pairs, endsValue(kind()), true);
        pairs.value(blockValue());
      } else if (token.kind == Kind.BLOCK_END) {
        scanner.take();
        return pairs;
      } else {
        throw error(start, token, "did not find expected key");
      }
    }
  }

  private void key(Composer.Pairs pairs, boolean empty, boolean block) {
    int line = scanner.peek().line + 1;
    pairs.key(empty ? composer.empty() : node(block, block), line);
  }

  private Node blockValue() {
    if (kind() != Kind.VALUE) {
      return composer.empty();
    }
    scanner.take();
    return endsValue(kind()) ? composer.empty() : node(true, true);
  }

  private List<Node> flowSequence() {
    int start = scanner.take().line;
    var items = new ArrayList<Node>();
    for (boolean first = true; kind() != Kind.FLOW_SEQUENCE_END; first = false) {
      if (!first) {
        entry(start, "did not find expected ',' or ']'");
      }
      if (kind() == Kind.KEY) {
        scanner.take();
        items.add(single());
      } else if (kind() != Kind.FLOW_SEQUENCE_END) {
        items.add(node(false, false));
      } else {
        break;
      }
    }
    scanner.take();
    return items;
  }

  private void entry(int start, String problem) {
    if (kind() != Kind.FLOW_ENTRY) {
      throw error(start, scanner.peek(), problem);
    }
    scanner.take();
  }

  /** A mapping of one pair, written into a sequence without braces. */
  private Node single() {
    var pairs = new Composer.Pairs();
    Kind kind = kind();
    if (kind == Kind.VALUE || kind == Kind.FLOW_ENTRY || kind == Kind.FLOW_SEQUENCE_END) {
      scanner.take();
      key(pairs, true, false);
    } else {
      key(pairs, false, false);
    }
    pairs.value(flowValue(Kind.FLOW_SEQUENCE_END));
    return composer.mapping(pairs, true);
  }

  private Node flowValue(Kind end) {
    if (kind() == Kind.VALUE) {
      scanner.take();
      if (kind() != Kind.FLOW_ENTRY && kind() != end) {
        return node(false, false);
      }
    }
    return composer.empty();
  }

  private Composer.Pairs flowMapping() {
    int start = scanner.take().line;
    var pairs = new Composer.Pairs();
    for (boolean first = true; kind() != Kind.FLOW_MAPPING_END; first = false) {
      if (!first) {
        entry(start, "did not find expected ',' or '}'");
      }
      if (kind() == Kind.KEY) {
        scanner.take();
        Kind next = kind();
        boolean empty =
            next == Kind.VALUE || next == Kind.FLOW_ENTRY || next == Kind.FLOW_MAPPING_END;
        key(pairs, empty, false);
        pairs.value(flowValue(Kind.FLOW_MAPPING_END));
      } else if (kind() != Kind.FLOW_MAPPING_END) {
        key(pairs, false, false);
        pairs.value(composer.empty());
      } else {
        break;
      }
    }
    scanner.take();
    return pairs;
  }

  /** An error of the grammar; Go's parser counts the line of these from zero. */
  private YamlException error(int start, Token token, String problem) {
    boolean problemLine = start == 0 || (problemFirst && token.line != 0);
    int line = problemLine ? token.line : start;
    return new YamlException("yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem);
  }
}
