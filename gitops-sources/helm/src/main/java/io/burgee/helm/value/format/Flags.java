package io.burgee.helm.value.format;

import io.burgee.helm.limit.BoundedText;

/**
 * What stands between the percent sign and the verb.
 *
 * @param source as Go's source has it: what the sharp means to {@code %v}
 * @param width negative if not given
 * @param precision negative if not given
 */
record Flags(
    boolean source,
    boolean minus,
    boolean plus,
    boolean sharp,
    boolean space,
    boolean zero,
    int width,
    int precision) {
  static final Flags NONE = new Flags(false, false, false, false, false, false, -1, -1);

  boolean hasPrecision() {
    return precision >= 0;
  }

  /** For {@code %v}, to which a plus and a sharp mean what they don't mean to numbers. */
  Flags ofValue() {
    return new Flags(sharp, minus, false, false, space, zero, width, precision);
  }

  Flags withoutPrecision() {
    return new Flags(source, minus, plus, sharp, space, zero, width, -1);
  }

  void pad(String text, BoundedText out) {
    pad(text, out, zero && !minus);
  }

  void padBlank(String text, BoundedText out) {
    pad(text, out, false);
  }

  private void pad(String text, BoundedText out, boolean zeros) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).repeat(' ', missing);
    } else {
      out.repeat(zeros ? '0' : ' ', missing).append(text);
    }
  }
}
