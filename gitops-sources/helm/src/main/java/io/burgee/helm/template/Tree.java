package io.burgee.helm.template;

/**
 * A parsed template.
 *
 * @param source the name of the template in whose text it was defined
 * @param text that text
 */
record Tree(String name, String source, String text, Node.Sequence root) {

  private static boolean isBlank(String text) {
    return text.chars().allMatch(Tree::isBlank);
  }

  /** As {@code unicode.IsSpace}: no separators of the ASCII set, but unbreakable spaces. */
  private static boolean isBlank(int c) {
    return c < ' ' ? c >= '\t' && c <= '\r' : c == 0x85 || Character.isSpaceChar(c);
  }

  /** Nothing but blanks and comments: it never takes the place of another one. */
  boolean isEmpty() {
    return root.nodes().stream()
        .allMatch(node -> node instanceof Node.Text text && isBlank(text.content()));
  }
}
