package io.burgee.yaml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Scans anchors, aliases, tags and directives. */
final class TagScanner {
  private static final String URI = ";/?:@&=+$,.!~*'()[]%";
  private static final String AFTER_ANCHOR = "?:,]}%@`";

  private final Cursor cursor;
  private final int line;

  TagScanner(Cursor cursor) {
    this.cursor = cursor;
    this.line = cursor.line;
  }

  Token anchor() {
    boolean alias = cursor.here() == '*';
    cursor.at++;
    String name = word();
    char c = cursor.here();
    if (name.isEmpty() || !(Cursor.blankOrEnd(c) || AFTER_ANCHOR.indexOf(c) >= 0)) {
      throw cursor.error(line, "did not find expected alphabetic or numeric character");
    }
    return Token.of(alias ? Token.Kind.ALIAS : Token.Kind.ANCHOR, line, name);
  }

  private String word() {
    int from = cursor.at;
    while (Cursor.word(cursor.here())) {
      cursor.at++;
    }
    return cursor.slice(from, cursor.at);
  }

  /** A tag in angle brackets has no handle; one without a suffix is only its suffix. */
  Token tag() {
    String handle = "";
    String suffix;
    if (cursor.next() == '<') {
      cursor.at += 2;
      suffix = uri("");
      if (cursor.here() != '>') {
        throw cursor.error(line, "did not find the expected '>'");
      }
      cursor.at++;
    } else {
      handle = handle(false);
      if (handle.length() > 1 && handle.endsWith("!")) {
        suffix = uri("");
      } else {
        suffix = uri(handle);
        handle = suffix.isEmpty() ? "" : "!";
        suffix = suffix.isEmpty() ? "!" : suffix;
      }
    }
    if (!Cursor.blankOrEnd(cursor.here())) {
      throw cursor.error(line, "did not find expected whitespace or line break");
    }
    return Token.of(Token.Kind.TAG, line, handle, suffix);
  }

  private String handle(boolean directive) {
    if (cursor.here() != '!') {
      throw cursor.error(line, "did not find expected '!'");
    }
    cursor.at++;
    String name = word();
    if (cursor.here() == '!') {
      cursor.at++;
      return "!" + name + "!";
    }
    if (directive && !name.isEmpty()) {
      throw cursor.error(line, "did not find expected '!'");
    }
    return "!" + name;
  }

  private String uri(String head) {
    var bytes = new ByteArrayOutputStream();
    if (head.length() > 1) {
      bytes.writeBytes(head.substring(1).getBytes(StandardCharsets.UTF_8));
    }
    boolean any = !head.isEmpty();
    for (; ; ) {
      char c = cursor.here();
      if (c == '%') {
        escaped(bytes);
      } else if (Cursor.word(c) || (c != 0 && URI.indexOf(c) >= 0)) {
        bytes.write(c);
        cursor.at++;
      } else {
        break;
      }
      any = true;
    }
    if (!any) {
      throw cursor.error(line, "did not find expected tag URI");
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Passes the escapes of one character, which are those of its bytes. */
  private void escaped(ByteArrayOutputStream bytes) {
    int first = octet();
    int width = first < 0x80 ? 1 : Integer.numberOfLeadingZeros(~(first << 24));
    if (width > 4 || (first & 0xc0) == 0x80) {
      throw cursor.error(line, "found an incorrect leading UTF-8 octet");
    }
    bytes.write(first);
    for (int i = 1; i < width; i++) {
      int next = octet();
      if ((next & 0xc0) != 0x80) {
        throw cursor.error(line, "found an incorrect trailing UTF-8 octet");
      }
      bytes.write(next);
    }
  }

  private int octet() {
    int high = Character.digit(cursor.text[cursor.at + 1], 16);
    int low = Character.digit(cursor.text[cursor.at + 2], 16);
    if (cursor.here() != '%' || high < 0 || low < 0) {
      throw cursor.error(line, "did not find URI escaped octet");
    }
    cursor.at += 3;
    return high << 4 | low;
  }

  Token directive() {
    cursor.at++;
    String name = word();
    if (name.isEmpty()) {
      throw cursor.error(line, "could not find expected directive name");
    }
    if (!Cursor.blankOrEnd(cursor.here())) {
      throw cursor.error(line, "found unexpected non-alphabetical character");
    }
    cursor.skipBlanks();
    Token token =
        switch (name) {
          case "YAML" -> version();
          case "TAG" -> tagDirective();
          default -> throw cursor.error(line, "found unknown directive name");
        };
    cursor.skipBlanks();
    if (cursor.here() == '#') {
      cursor.skipLine();
    }
    if (!Cursor.breakOrEnd(cursor.here())) {
      throw cursor.error(line, "did not find expected comment or line break");
    }
    if (!cursor.atEnd()) {
      cursor.lineBreak();
    }
    return token;
  }

  private Token version() {
    String major = number();
    if (cursor.here() != '.') {
      throw cursor.error(line, "did not find expected digit or '.' character");
    }
    cursor.at++;
    return Token.of(Token.Kind.VERSION_DIRECTIVE, line, major + "." + number());
  }

  private String number() {
    int from = cursor.at;
    while (cursor.here() >= '0' && cursor.here() <= '9') {
      cursor.at++;
      if (cursor.at - from > 2) {
        throw cursor.error(line, "found extremely long version number");
      }
    }
    if (cursor.at == from) {
      throw cursor.error(line, "did not find expected version number");
    }
    return Integer.toString(Integer.parseInt(cursor.slice(from, cursor.at)));
  }

  private Token tagDirective() {
    String handle = handle(true);
    if (!Cursor.blank(cursor.here())) {
      throw cursor.error(line, "did not find expected whitespace");
    }
    cursor.skipBlanks();
    String prefix = uri("");
    if (!Cursor.blankOrEnd(cursor.here())) {
      throw cursor.error(line, "did not find expected whitespace or line break");
    }
    return Token.of(Token.Kind.TAG_DIRECTIVE, line, handle, prefix);
  }
}
