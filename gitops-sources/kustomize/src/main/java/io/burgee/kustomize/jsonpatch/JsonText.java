package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.math.BigInteger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads JSON and nothing more: no comments, no trailing commas, quotes around all keys. */
final class JsonText {
  private static final int MAX_DEPTH = 1_000;
  private static final int SAFE_DIGITS = 18;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private final Set<Node> odd = Collections.newSetFromMap(new IdentityHashMap<>());
  private int position;
  private int depth;

  /**
   * A value.
   *
   * @param odd its scalars that are written otherwise than Go would write them
   */
  record Value(Node node, Set<Node> odd) {}

  private JsonText(String text) {
    this.text = text;
  }

  static Value read(String text) {
    var reader = new JsonText(text);
    var node = reader.value();
    reader.blanks();
    if (reader.position < text.length()) {
      throw reader.invalid("after top-level value");
    }
    return new Value(node, reader.odd);
  }

  private Node value() {
    blanks();
    if (position == text.length()) {
      throw new BuildException("unexpected end of JSON input");
    }
    return switch (text.charAt(position)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> stringValue();
      case 't' -> word("true", ScalarNode.bool(true));
      case 'f' -> word("false", ScalarNode.bool(false));
      case 'n' -> word("null", ScalarNode.nothing());
      default -> number();
    };
  }

  private MappingNode object() {
    enter();
    var object = new MappingNode();
    if (!ends('}')) {
      do {
        blanks();
        if (position == text.length() || text.charAt(position) != '"') {
          throw invalid("looking for beginning of object key string");
        }
        var key = string();
        expect(':', "after object key");
        object.put(key, value());
      } while (more('}', "after object key:value pair"));
    }
    depth--;
    return object;
  }

  private SequenceNode array() {
    enter();
    var array = new SequenceNode();
    if (!ends(']')) {
      do {
        array.items().add(value());
      } while (more(']', "after array element"));
    }
    depth--;
    return array;
  }

  private void enter() {
    position++;
    if (++depth > MAX_DEPTH) {
      throw new BuildException("exceeded max depth");
    }
  }

  private boolean ends(char end) {
    blanks();
    if (position < text.length() && text.charAt(position) == end) {
      position++;
      return true;
    }
    return false;
  }

  private boolean more(char end, String context) {
    if (ends(end)) {
      return false;
    }
    expect(',', context);
    return true;
  }

  private void expect(char c, String context) {
    blanks();
    if (position == text.length() || text.charAt(position) != c) {
      throw invalid(context);
    }
    position++;
  }

  private ScalarNode word(String word, ScalarNode meaning) {
    if (!text.startsWith(word, position)) {
      throw invalid("in literal " + word);
    }
    position += word.length();
    return meaning;
  }

  private ScalarNode number() {
    var matcher = NUMBER.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw invalid("looking for beginning of value");
    }
    int start = position;
    position = matcher.end();
    boolean integral = matcher.group(2) == null && matcher.group(3) == null;
    var tag = integral && fits(matcher.group()) ? Tag.INT : Tag.FLOAT;
    var number = new ScalarNode(matcher.group(), tag, Style.PLAIN);
    return same(number, start);
  }

  /** Whether an integer has a place in 64 bits, with or without a sign; larger ones are doubles. */
  private static boolean fits(String digits) {
    if (digits.length() < SAFE_DIGITS) {
      return true;
    }
    var value = new BigInteger(digits);
    return value.signum() < 0 ? value.bitLength() < Long.SIZE : value.bitLength() <= Long.SIZE;
  }

  private ScalarNode stringValue() {
    int start = position;
    return same(new ScalarNode(string(), Tag.STRING, Style.DOUBLE_QUOTED), start);
  }

  /** Remembers the scalar if Go would have written it otherwise. */
  private ScalarNode same(ScalarNode scalar, int start) {
    if (!JsonWriter.compact(scalar).contentEquals(text.subSequence(start, position))) {
      odd.add(scalar);
    }
    return scalar;
  }

  private String string() {
    int end = position + 1;
    boolean escaped = false;
    while (end < text.length() && text.charAt(end) != '"') {
      char c = text.charAt(end);
      if (c < ' ') {
        position = end;
        throw invalid("in string literal");
      }
      escaped |= c == '\\';
      end += c == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw new BuildException("unexpected end of JSON input");
    }
    var raw = text.substring(position + 1, end);
    var value = escaped ? JsonEscapes.undo(raw) : raw;
    position = end + 1;
    return value;
  }

  private void blanks() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private BuildException invalid(String context) {
    return position >= text.length()
        ? new BuildException("unexpected end of JSON input")
        : new BuildException("invalid character '" + text.charAt(position) + "' " + context);
  }
}
