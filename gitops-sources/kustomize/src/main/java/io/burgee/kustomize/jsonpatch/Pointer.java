package io.burgee.kustomize.jsonpatch;

import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.SequenceNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of a JSON patch. What stands before its first slash is ignored.
 *
 * @param text the path as it was written
 * @param parents the keys on the way to the value's parent
 * @param key the value's key or index in its parent
 */
record Pointer(String text, List<String> parents, String key) {
  static Pointer of(String text) {
    var parts = text.split("/", -1);
    if (parts.length < 2) {
      return new Pointer(text, List.of(), "");
    }
    var keys = Arrays.stream(parts).skip(1).map(Pointer::unescaped).toList();
    return new Pointer(text, keys.subList(0, keys.size() - 1), keys.getLast());
  }

  /** In one pass: {@code ~01} is {@code ~1}. */
  private static String unescaped(String part) {
    if (part.indexOf('~') < 0) {
      return part;
    }
    var out = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      char next = i + 1 < part.length() ? part.charAt(i + 1) : ' ';
      if (part.charAt(i) == '~' && (next == '0' || next == '1')) {
        out.append(next == '1' ? '/' : '~');
        i++;
      } else {
        out.append(part.charAt(i));
      }
    }
    return out.toString();
  }

  /** The mapping or list that has the value, or null if there is none on this way. */
  @Nullable Node parent(Node root) {
    if (text.indexOf('/') < 0) {
      return null;
    }
    Node node = root;
    for (var part : parents) {
      var next = child(node, part);
      if (!(next instanceof MappingNode || next instanceof SequenceNode)) {
        return null;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable Node child(Node node, String key) {
    if (node instanceof SequenceNode list) {
      int index = Indices.existing(list, key);
      return index < 0 ? null : list.items().get(index);
    }
    return node instanceof MappingNode mapping ? mapping.get(key) : null;
  }
}
