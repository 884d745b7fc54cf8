package io.burgee.kustomize.resource;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every object must say of itself, when it is read and when it is written. */
public final class ObjectCheck {
  private static final String NOTHING = "{{ } {{ } map[] map[]}}";

  private ObjectCheck() {}

  /**
   * Checks one object.
   *
   * @throws BuildException if it has no kind, or no name and is no list
   */
  public static void check(MappingNode object) {
    var kind = text(object, "kind");
    if (kind.isEmpty()) {
      boolean nothingKnown =
          text(object, "apiVersion").isEmpty() && describe(object).equals(NOTHING);
      throw new BuildException(
          nothingKnown
              ? "missing Resource metadata"
              : "missing kind in object " + describe(object));
    }
    if (!kind.endsWith("List") && name(object).isEmpty()) {
      throw new BuildException("missing metadata.name in object " + describe(object));
    }
  }

  private static String name(MappingNode object) {
    return object.get("metadata") instanceof MappingNode meta ? text(meta, "name") : "";
  }

  /** As the real tool shows an object that isn't one. */
  private static String describe(MappingNode object) {
    var meta = object.get("metadata") instanceof MappingNode mapping ? mapping : new MappingNode();
    return "{{"
        + text(object, "apiVersion")
        + " "
        + text(object, "kind")
        + "} {{"
        + text(meta, "name")
        + " "
        + text(meta, "namespace")
        + "} "
        + map(meta.get("labels"))
        + " "
        + map(meta.get("annotations"))
        + "}}";
  }

  private static String map(@Nullable Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return "map[]";
    }
    var sorted = new TreeMap<String, String>();
    mapping
        .entries()
        .forEach(
            entry ->
                sorted.put(
                    entry.name(), entry.value() instanceof ScalarNode scalar ? scalar.text() : ""));
    var text = new StringBuilder("map[");
    sorted.forEach(
        (key, value) ->
            text.append(text.length() == 4 ? "" : " ").append(key).append(':').append(value));
    return text.append(']').toString();
  }

  private static String text(MappingNode mapping, String key) {
    return mapping.get(key) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
