package io.burgee.kustomize.generate;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.generate.KeyValues.Pair;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file with a key and a value on each line. */
final class EnvFile {
  /** Go's scanner gives up at a longer line, silently: neither it nor what follows is read. */
  private static final int LONGEST_LINE = (64 << 10) - 1;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private EnvFile() {}

  /** Adds what the file says. */
  static void read(byte[] content, List<Pair> pairs) {
    int from = 0;
    while (from < content.length) {
      int end = from;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      if (end - from > LONGEST_LINE) {
        return;
      }
      int length = end - from - (end > from && content[end - 1] == '\r' ? 1 : 0);
      addLine(text(content, from, length), from == 0, pairs);
      from = end + 1;
    }
  }

  private static void addLine(String line, boolean first, List<Pair> pairs) {
    int start = first && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    while (start < line.length() && isSpace(line.charAt(start))) {
      start++;
    }
    if (start == line.length() || line.charAt(start) == '#') {
      return;
    }
    int equals = line.indexOf('=', start);
    if (equals == start) {
      return; // without a key it counts as an empty line
    }
    pairs.add(
        equals < 0
            ? Pair.of(line.substring(start), "")
            : Pair.of(line.substring(start, equals), line.substring(equals + 1)));
  }

  private static String text(byte[] content, int from, int length) {
    try {
      var line = ByteBuffer.wrap(content, from, length);
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      throw new BuildException(invalid(content, from, length), e);
    }
  }

  private static String invalid(byte[] content, int from, int length) {
    var message = new StringBuilder("line [");
    for (int i = from; i < from + length; i++) {
      message.append(i == from ? "" : " ").append(content[i] & 0xFF);
    }
    var text = new String(content, from, length, StandardCharsets.UTF_8);
    return message.append("] has invalid utf8 bytes : ").append(text).toString();
  }

  /** What Unicode calls white space, as Go sees it. */
  private static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', '\u000B', '\f', '\r', ' ', '\u0085', '\u00A0' -> true;
      case '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }
}
