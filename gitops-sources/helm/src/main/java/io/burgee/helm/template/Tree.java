package io.burgee.helm.template;

/**
 * A parsed template.
 *
 * @param source the name of the template in whose text it was defined
 * @param text that text
 */
record Tree(String name, String source, String text, Node.Sequence root) {

  /** Nothing but blanks and comments: it never takes the place of another one. */
  boolean isEmpty() {
    return root.nodes().stream()
        .allMatch(node -> node instanceof Node.Text text && text.content().isBlank());
  }
}
