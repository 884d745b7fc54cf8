package io.burgee.helm.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A block of PEM: what it holds, and its bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pem(String type, byte[] bytes) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";
  private static final int LINE = 64;

  String text() {
    var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return BEGIN
        + type
        + DASHES
        + '\n'
        + encoder.encodeToString(bytes)
        + "\n-----END "
        + type
        + DASHES
        + '\n';
  }

  /** The first block of a text; null if there is none. */
  static @Nullable Pem find(String text) {
    int from = 0;
    while (true) {
      int begin = text.indexOf(BEGIN, from);
      if (begin < 0) {
        return null;
      }
      from = begin + BEGIN.length();
      if (begin == 0 || text.charAt(begin - 1) == '\n') {
        var block = block(text, from);
        if (block != null) {
          return block;
        }
      }
    }
  }

  private static @Nullable Pem block(String text, int from) {
    int line = text.indexOf('\n', from);
    int dashes = text.indexOf(DASHES, from);
    if (line < 0 || dashes < 0 || dashes > line) {
      return null;
    }
    var type = text.substring(from, dashes);
    int end = text.indexOf("-----END " + type + DASHES, line);
    if (end < 0) {
      return null;
    }
    return decoded(type, text.substring(line, end));
  }

  private static @Nullable Pem decoded(String type, String body) {
    int headers = body.indexOf(':') < 0 ? -1 : body.indexOf("\n\n");
    var base64 = (headers < 0 ? body : body.substring(headers)).replaceAll("[ \t\r\n]", "");
    try {
      byte[] ascii = base64.getBytes(StandardCharsets.UTF_8);
      return base64.length() % 4 == 0 ? new Pem(type, Base64.getDecoder().decode(ascii)) : null;
    } catch (IllegalArgumentException e) {
      return null; // then this is no block
    }
  }
}
