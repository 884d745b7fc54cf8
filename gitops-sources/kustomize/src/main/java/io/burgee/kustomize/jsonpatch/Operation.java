package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One step of a patch.
 *
 * @param value what is to be set or compared; null if the patch doesn't say
 */
record Operation(
    String name, @Nullable Pointer path, @Nullable Pointer from, @Nullable Node value) {

  static Operation of(MappingNode fields) {
    var name = string(fields.get("op"));
    return new Operation(
        name == null ? "unknown" : name,
        pointer(fields.get("path")),
        pointer(fields.get("from")),
        fields.get("value"));
  }

  private static @Nullable Pointer pointer(@Nullable Node node) {
    var text = string(node);
    return text == null ? null : Pointer.of(text);
  }

  private static @Nullable String string(@Nullable Node node) {
    return node instanceof ScalarNode scalar && scalar.tag() == Tag.STRING ? scalar.text() : null;
  }

  Pointer requiredPath() {
    if (path == null) {
      throw new BuildException(
          name
              + " operation failed to decode path: "
              + (name.equals("add") || name.equals("remove") || name.equals("copy")
                  ? "missing value"
                  : "operation missing path field: missing value"));
    }
    return path;
  }

  Pointer requiredFrom() {
    if (from == null) {
      throw new BuildException(
          name + " operation failed to decode from: operation, missing from field: missing value");
    }
    return from;
  }
}
