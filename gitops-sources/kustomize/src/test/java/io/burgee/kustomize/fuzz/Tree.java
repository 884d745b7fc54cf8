package io.burgee.kustomize.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files to build, as structure where that is known, so that a tree can be made smaller part by
 * part: a string is a file's text, a list is a file's YAML documents.
 */
record Tree(Map<String, Object> files, String dir, String reorder, boolean managedBy) {

  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    files.forEach(
        (path, content) ->
            texts.put(
                path,
                content instanceof List<?> documents
                    ? Text.documents(documents)
                    : content.toString()));
    return texts;
  }

  Tree with(Map<String, Object> others) {
    return new Tree(others, dir, reorder, managedBy);
  }

  /** The tree as a case of the corpus. */
  String asCase(String why) {
    var text = new StringBuilder("# ").append(why).append('\n');
    text.append("dir: ").append(dir).append('\n');
    if (!reorder.isEmpty()) {
      text.append("reorder: ").append(reorder).append('\n');
    }
    if (managedBy) {
      text.append("managedBy: true\n");
    }
    texts()
        .forEach(
            (path, content) -> text.append("-- ").append(path).append(" --\n").append(content));
    return text.toString();
  }
}
