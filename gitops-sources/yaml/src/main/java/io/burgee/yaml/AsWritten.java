package io.burgee.yaml;

/** How go-yaml's third version puts a scalar whose style is to be kept. */
final class AsWritten {
  private AsWritten() {}

  /** The tag that has to stand there for the value to keep its type; mostly none. */
  static String tag(ScalarNode scalar) {
    Tag tag = scalar.tag();
    boolean plain = scalar.style() == Style.PLAIN;
    if (tag == Tag.STRING || (plain && Resolver.tag(scalar.text(), Dialect.KUSTOMIZE) == tag)) {
      return "";
    }
    return Scalars.shortName(tag);
  }

  static Style style(ScalarNode scalar, boolean flow, boolean key) {
    String text = scalar.text();
    Style style = scalar.style();
    if (style == Style.PLAIN) {
      if (text.indexOf('\n') >= 0) {
        style = Style.LITERAL;
      } else if (scalar.tag() == Tag.STRING
          && Resolver.tag(text, Dialect.KUSTOMIZE) != Tag.STRING) {
        style = Style.DOUBLE_QUOTED;
      }
    }
    return allowed(style, text, flow, key);
  }

  /** The style that is wanted, or the next one that the characters allow. */
  static Style allowed(Style wanted, String text, boolean flow, boolean key) {
    var analysis = Analysis.of(text);
    Style style = key && analysis.multiline() ? Style.DOUBLE_QUOTED : wanted;
    if (style == Style.PLAIN) {
      boolean plain = flow ? analysis.flowPlain() : analysis.plain();
      style = !plain || (text.isEmpty() && (flow || key)) ? Style.SINGLE_QUOTED : style;
    }
    if (style == Style.SINGLE_QUOTED && !analysis.single()) {
      return Style.DOUBLE_QUOTED;
    }
    if ((style == Style.LITERAL || style == Style.FOLDED) && (!analysis.block() || flow || key)) {
      return Style.DOUBLE_QUOTED;
    }
    return style;
  }

  /**
   * What a string is after it was written in its style and read again: a folded block isn't always
   * the same, and a block that starts with a tab can't be read.
   */
  static String reread(ScalarNode scalar) {
    String text = scalar.text();
    if (text.indexOf('\n') < 0 && !text.startsWith("\t")) {
      return text;
    }
    Style style = style(scalar, false, false);
    if (style == Style.LITERAL ? !text.startsWith("\t") : style != Style.FOLDED) {
      return text;
    }
    var out = new StringBuilder();
    var emitter = new Emitter(out, Integer.MAX_VALUE);
    if (style == Style.LITERAL) {
      emitter.literal(text, 2);
    } else {
      emitter.foldedBlock(text, 2);
    }
    emitter.indent(0);
    return new BlockScanner(new Cursor(out.toString(), Dialect.KUSTOMIZE)).scan(0).value;
  }
}
