package io.burgee.yaml;

import org.jspecify.annotations.Nullable;

/** One piece of the grammar, with the line it starts at, from zero. */
final class Token {
  enum Kind {
    STREAM_END,
    VERSION_DIRECTIVE,
    TAG_DIRECTIVE,
    DOCUMENT_START,
    DOCUMENT_END,
    BLOCK_SEQUENCE_START,
    BLOCK_MAPPING_START,
    BLOCK_END,
    FLOW_SEQUENCE_START,
    FLOW_SEQUENCE_END,
    FLOW_MAPPING_START,
    FLOW_MAPPING_END,
    BLOCK_ENTRY,
    FLOW_ENTRY,
    KEY,
    VALUE,
    ALIAS,
    ANCHOR,
    TAG,
    SCALAR
  }

  final Kind kind;
  final int line;

  /** A scalar's text, an anchor's or alias' name, a tag's handle, a version. */
  final String value;

  /** A tag's suffix or a directive's prefix. */
  final String suffix;

  final Style style;

  /** The key that this token may turn out to start. */
  @Nullable SimpleKey key;

  private Token(Kind kind, int line, String value, String suffix, Style style) {
    this.kind = kind;
    this.line = line;
    this.value = value;
    this.suffix = suffix;
    this.style = style;
  }

  static Token of(Kind kind, int line) {
    return new Token(kind, line, "", "", Style.PLAIN);
  }

  static Token of(Kind kind, int line, String value) {
    return new Token(kind, line, value, "", Style.PLAIN);
  }

  static Token of(Kind kind, int line, String value, String suffix) {
    return new Token(kind, line, value, suffix, Style.PLAIN);
  }

  static Token scalar(int line, String value, Style style) {
    return new Token(Kind.SCALAR, line, value, "", style);
  }
}
