package io.burgee.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens of text. A key without a mark is only known by its colon, so tokens are held back
 * until it is sure whether a key starts at them.
 */
final class Scanner {
  private static final int LONGEST_KEY = 1024;

  /** How many tokens early an error shows up: kustomize's parser looks for comments there. */
  private final int lookAhead;

  private final Cursor cursor;
  private final YamlLimits limits;
  private final ScalarScanner scalars;
  private final ArrayList<Token> tokens = new ArrayList<>();
  private final List<@Nullable SimpleKey> keys = new ArrayList<>();
  private final ArrayDeque<Integer> indents = new ArrayDeque<>();
  private int head;
  private int taken;
  private int indent = -1;
  private int flow;
  private boolean keyAllowed = true;

  Scanner(Cursor cursor, Dialect dialect, YamlLimits limits) {
    this.lookAhead = dialect == Dialect.HELM ? 0 : 2;
    this.cursor = cursor;
    this.limits = limits;
    this.scalars = new ScalarScanner(cursor);
    keys.add(null);
  }

  /** The next token, left where it is. */
  Token peek() {
    while (tokens.size() - head <= lookAhead || keyMayStart(tokens.get(head))) {
      fetch();
    }
    return tokens.get(head);
  }

  Token take() {
    Token token = peek();
    head++;
    taken++;
    if (head == 64) {
      tokens.subList(0, head).clear();
      head = 0;
    }
    return token;
  }

  private boolean keyMayStart(Token token) {
    var key = token.key;
    return key != null && valid(key);
  }

  private void fetch() {
    cursor.refuseControls();
    toNextToken();
    unroll(cursor.column());
    char c = cursor.here();
    if (c == 0 || (cursor.column() == 0 && (c == '%' || cursor.marker()))) {
      boundary(c);
      return;
    }
    content(c);
    if (tokens.getLast().kind != Token.Kind.BLOCK_ENTRY) {
      lineComment();
    }
    cursor.refuseControls();
  }

  /** A comment behind a token may come after tabs. */
  private void lineComment() {
    int at = cursor.at;
    while (Cursor.blank(cursor.text[at])) {
      at++;
    }
    if (cursor.text[at] == '#') {
      cursor.skipLine();
    }
  }

  private void boundary(char c) {
    if (c == 0) {
      cursor.finish();
    }
    unroll(-1);
    dropKey();
    keyAllowed = false;
    int line = cursor.line;
    switch (c) {
      case 0 -> add(Token.of(Token.Kind.STREAM_END, line));
      case '%' -> add(new TagScanner(cursor).directive());
      default -> {
        cursor.at += 3;
        var kind = c == '-' ? Token.Kind.DOCUMENT_START : Token.Kind.DOCUMENT_END;
        add(Token.of(kind, line));
      }
    }
  }

  private void content(char c) {
    switch (c) {
      case '[' -> open(Token.Kind.FLOW_SEQUENCE_START);
      case '{' -> open(Token.Kind.FLOW_MAPPING_START);
      case ']' -> close(Token.Kind.FLOW_SEQUENCE_END);
      case '}' -> close(Token.Kind.FLOW_MAPPING_END);
      case ',' -> flowEntry();
      case '-' -> {
        if (Cursor.blankOrEnd(cursor.next())) {
          blockEntry();
        } else {
          plain();
        }
      }
      case '?' -> {
        if (flow > 0 || Cursor.blankOrEnd(cursor.next())) {
          key();
        } else {
          plain();
        }
      }
      case ':' -> {
        if (flow > 0 || Cursor.blankOrEnd(cursor.next())) {
          value();
        } else {
          plain();
        }
      }
      case '*', '&' -> {
        saveKey();
        keyAllowed = false;
        add(new TagScanner(cursor).anchor());
      }
      case '!' -> {
        saveKey();
        keyAllowed = false;
        add(new TagScanner(cursor).tag());
      }
      case '|', '>' -> block();
      case '\'', '"' -> {
        saveKey();
        keyAllowed = false;
        add(scalars.quoted());
      }
      case '#', '%', '@', '`', '\t' -> throw noToken();
      default -> plain();
    }
  }

  private YamlException noToken() {
    return cursor.error(cursor.line, "found character that cannot start any token");
  }

  private void toNextToken() {
    for (; ; ) {
      char c = cursor.here();
      while (c == ' ' || (c == '\t' && (flow > 0 || !keyAllowed))) {
        cursor.at++;
        c = cursor.here();
      }
      if (c == '#') {
        cursor.skipLine();
      }
      if (!Cursor.lineBreak(cursor.here())) {
        return;
      }
      cursor.lineBreak();
      if (flow == 0) {
        keyAllowed = true;
      }
    }
  }

  private void open(Token.Kind kind) {
    saveKey();
    keys.add(null);
    flow++;
    if (flow > limits.depth()) {
      throw cursor.error(cursor.line, "exceeded max depth of " + limits.depth());
    }
    keyAllowed = true;
    indicator(kind);
  }

  private void close(Token.Kind kind) {
    dropKey();
    if (flow > 0) {
      flow--;
      keys.removeLast();
    }
    keyAllowed = false;
    indicator(kind);
  }

  private void flowEntry() {
    dropKey();
    keyAllowed = true;
    indicator(Token.Kind.FLOW_ENTRY);
  }

  private void blockEntry() {
    if (flow == 0) {
      if (!keyAllowed) {
        throw notHere("block sequence entries");
      }
      roll(cursor.column(), tokens.size(), Token.Kind.BLOCK_SEQUENCE_START, cursor.line);
    }
    dropKey();
    keyAllowed = true;
    indicator(Token.Kind.BLOCK_ENTRY);
  }

  private void key() {
    if (flow == 0) {
      if (!keyAllowed) {
        throw notHere("mapping keys");
      }
      roll(cursor.column(), tokens.size(), Token.Kind.BLOCK_MAPPING_START, cursor.line);
    }
    dropKey();
    keyAllowed = flow == 0;
    indicator(Token.Kind.KEY);
  }

  private void value() {
    var key = keys.getLast();
    if (key != null && valid(key)) {
      int place = key.number - taken + head;
      tokens.get(place).key = null;
      tokens.add(place, Token.of(Token.Kind.KEY, key.line));
      roll(key.column, place, Token.Kind.BLOCK_MAPPING_START, key.line);
      key.possible = false;
      keyAllowed = false;
    } else {
      if (flow == 0) {
        if (!keyAllowed) {
          throw notHere("mapping values");
        }
        roll(cursor.column(), tokens.size(), Token.Kind.BLOCK_MAPPING_START, cursor.line);
      }
      keyAllowed = flow == 0;
    }
    indicator(Token.Kind.VALUE);
  }

  private YamlException notHere(String what) {
    return cursor.error(cursor.line, what + " are not allowed in this context");
  }

  private void block() {
    if (flow > 0) {
      throw noToken();
    }
    dropKey();
    keyAllowed = true;
    add(scalars.block(indent));
  }

  private void plain() {
    saveKey();
    keyAllowed = false;
    add(scalars.plain(indent, flow > 0));
    if (scalars.endedLine()) {
      keyAllowed = true;
    }
  }

  private void indicator(Token.Kind kind) {
    add(Token.of(kind, cursor.line));
    cursor.at++;
  }

  private void add(Token token) {
    tokens.add(token);
    var key = keys.getLast();
    if (key != null && key.possible && key.number == taken + tokens.size() - 1 - head) {
      token.key = key;
    } else if (flow > 0 && keys.size() > 1) {
      var outer = keys.get(keys.size() - 2);
      if (outer != null && outer.possible && outer.number == taken + tokens.size() - 1 - head) {
        token.key = outer;
      }
    }
  }

  private boolean valid(SimpleKey key) {
    if (!key.possible) {
      return false;
    }
    if (key.line < cursor.line || tooLong(key)) {
      if (key.required) {
        throw cursor.error(key.line, "could not find expected ':'");
      }
      key.possible = false;
      return false;
    }
    return true;
  }

  private boolean tooLong(SimpleKey key) {
    int length = cursor.at - key.at;
    return length > LONGEST_KEY
        && (length > 2 * LONGEST_KEY
            || Character.codePointCount(cursor.text, key.at, length) > LONGEST_KEY);
  }

  private void saveKey() {
    if (keyAllowed) {
      boolean required = flow == 0 && indent == cursor.column();
      dropKey();
      keys.set(keys.size() - 1, new SimpleKey(taken + tokens.size() - head, cursor, required));
    }
  }

  private void dropKey() {
    var key = keys.getLast();
    if (key != null && key.possible) {
      if (key.required) {
        throw cursor.error(key.line, "could not find expected ':'");
      }
      key.possible = false;
    }
  }

  private void roll(int column, int place, Token.Kind kind, int line) {
    if (flow == 0 && indent < column) {
      indents.push(indent);
      indent = column;
      if (indents.size() > limits.depth()) {
        throw cursor.error(line, "exceeded max depth of " + limits.depth());
      }
      tokens.add(place, Token.of(kind, line));
    }
  }

  private void unroll(int column) {
    while (flow == 0 && indent > column) {
      tokens.add(Token.of(Token.Kind.BLOCK_END, cursor.line));
      indent = indents.pop();
    }
  }
}
