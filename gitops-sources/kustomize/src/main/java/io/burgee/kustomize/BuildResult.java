package io.burgee.kustomize;

import java.util.List;

/**
 * What a build made. Immutable.
 *
 * @param objects the objects, in the order of the output
 * @param warnings what the user should change, each a line as the real tool has it
 */
public record BuildResult(List<BuiltObject> objects, List<String> warnings) {
  public BuildResult {
    objects = List.copyOf(objects);
    warnings = List.copyOf(warnings);
  }

  /** All objects as one YAML text, as the real tool prints it. */
  public String yaml() {
    int length = 0;
    for (var object : objects) {
      length += object.yaml().length() + 4;
    }
    var text = new StringBuilder(length);
    for (var object : objects) {
      if (!text.isEmpty()) {
        text.append("---\n");
      }
      text.append(object.yaml());
    }
    return text.toString();
  }
}
