package io.burgee.kustomize.generate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 as the real tool writes it: what is longer than a line has lines of 70, each ended. */
public final class Base64Lines {
  private static final int LINE = 70;

  private Base64Lines() {}

  /** All of it, in one line if it is short enough. */
  public static String encode(byte[] value) {
    var text = new String(Base64.getEncoder().encode(value), StandardCharsets.ISO_8859_1);
    if (text.length() < LINE) {
      return text;
    }
    var lines = new StringBuilder(text.length() + text.length() / LINE + 1);
    for (int from = 0; from < text.length(); from += LINE) {
      lines.append(text, from, Math.min(from + LINE, text.length())).append('\n');
    }
    return lines.toString();
  }
}
