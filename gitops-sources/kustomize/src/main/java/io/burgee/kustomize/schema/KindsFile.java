package io.burgee.kustomize.schema;

import io.burgee.kustomize.resource.Gvk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the table of built-in kinds, whose form is described in the file itself. */
final class KindsFile {
  private static final ListedType NOWHERE = new ListedType();

  private final Map<String, ListedType> types = new HashMap<>();
  private final Map<Gvk, ListedType> kinds = new HashMap<>();
  private final Set<Gvk> cluster = new HashSet<>();
  private ListedType present = NOWHERE;

  private KindsFile() {}

  static BuiltInSchema read(String text) {
    var file = new KindsFile();
    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(file::line);
    return new BuiltInSchema(file.kinds, file.cluster);
  }

  private void line(String line) {
    var words = List.of(line.strip().split(" +"));
    if (line.startsWith(" ")) {
      field(words);
    } else if (words.getFirst().equals("type")) {
      present = type(words.get(1));
    } else {
      kinds(words);
    }
  }

  private void field(List<String> words) {
    int arrow = words.indexOf("->");
    var type = arrow < 0 ? null : type(words.get(arrow + 1));
    present.add(words.getFirst(), fieldType(words, arrow < 0 ? words.size() : arrow, type));
  }

  private static Schema.Type fieldType(List<String> words, int end, @Nullable ListedType type) {
    if (words.size() > 1 && words.get(1).equals("merge")) {
      return new ListedType.MergedList(type, new ListMerge(true, words.subList(2, end)));
    }
    return type == null ? NOWHERE : type;
  }

  private void kinds(List<String> words) {
    var type = type(words.get(1));
    for (var kind : words.subList(4, words.size())) {
      var gvk = Gvk.of(words.get(3), kind);
      kinds.put(gvk, type);
      if (words.get(2).equals("cluster")) {
        cluster.add(gvk);
      }
    }
  }

  private ListedType type(String name) {
    return types.computeIfAbsent(name, any -> new ListedType());
  }
}
