package io.burgee.kustomize.resource;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object, with what a build remembers of it: what it was called before, which prefixes and
 * suffixes it got, how it was generated. The real tool keeps this in annotations; here it is beside
 * the object.
 */
public final class Resource {
  private final Schema schema;
  private final MappingNode node;
  private final List<Former> formers = new ArrayList<>(2);
  private final List<String> prefixes = new ArrayList<>(1);
  private final List<String> suffixes = new ArrayList<>(1);
  private final List<Origin> transformations = new ArrayList<>(0);
  private final List<String> varNames = new ArrayList<>(0);
  private Behavior behavior = Behavior.UNSPECIFIED;
  private boolean noted;
  private boolean needsHash;
  private @Nullable Origin origin;

  /** What a resource was called before a change of its name, namespace or kind. */
  public record Former(String name, String namespace, String kind) {}

  /** What a generated resource does to one of the same id. */
  public enum Behavior {
    UNSPECIFIED,
    CREATE,
    REPLACE,
    MERGE
  }

  public Resource(MappingNode node, Schema schema) {
    this.node = node;
    this.schema = schema;
  }

  /** The object itself, to read and to change. */
  public MappingNode node() {
    return node;
  }

  public String apiVersion() {
    return text(node, "apiVersion");
  }

  public String kind() {
    return text(node, "kind");
  }

  public String name() {
    return node.get("metadata") instanceof MappingNode meta ? text(meta, "name") : "";
  }

  public String namespace() {
    return node.get("metadata") instanceof MappingNode meta ? text(meta, "namespace") : "";
  }

  public Gvk gvk() {
    return Gvk.of(apiVersion(), kind());
  }

  public ResourceId id() {
    return id(name(), namespace(), kind());
  }

  /** The first name it had in this build. */
  public ResourceId originalId() {
    return formers.isEmpty() ? id() : id(formers.getFirst());
  }

  /** What it was called before, oldest first; without the present name. */
  public List<ResourceId> formerIds() {
    return formers.stream().map(this::id).toList();
  }

  /** All it was ever called, oldest first, and what it is called now. */
  public List<ResourceId> anyIds() {
    if (formers.isEmpty()) {
      return List.of(id());
    }
    var ids = new ArrayList<ResourceId>(formers.size() + 1);
    formers.forEach(former -> ids.add(id(former)));
    ids.add(id());
    return ids;
  }

  /**
   * Called before the name, the namespace or the kind is changed.
   *
   * @throws BuildException if it has lost its name or kind
   */
  public void rememberName() {
    if (name().isEmpty() || kind().isEmpty()) {
      throw new BuildException(
          "number of previous names, number of previous namespaces, number of previous kinds not"
              + " equal");
    }
    formers.add(new Former(name(), id().effectiveNamespace(), kind()));
  }

  public List<Former> formers() {
    return formers;
  }

  /** The prefixes it got, in the order it got them, to read and to add to. */
  public List<String> prefixes() {
    return prefixes;
  }

  public List<String> suffixes() {
    return suffixes;
  }

  /** What was done to it, oldest first; only kept where asked for. */
  public List<Origin> transformations() {
    return transformations;
  }

  /** The vars that take their value from it, to read and to add to. */
  public List<String> varNames() {
    return varNames;
  }

  public Behavior behavior() {
    return behavior;
  }

  /** Said of what generators make, and only of that. */
  public void behavior(Behavior newBehavior) {
    noted = true;
    behavior = newBehavior;
  }

  /** Called if the real tool notes where the resource is from, whether that is shown or not. */
  public void noteOrigin() {
    noted = true;
  }

  /** Whether the real tool would have notes on it by now, so that it has annotations. */
  public boolean isRemembered() {
    return noted
        || needsHash
        || !formers.isEmpty()
        || !prefixes.isEmpty()
        || !suffixes.isEmpty()
        || !varNames.isEmpty();
  }

  /** Gives a resource that is remembered the annotations that it would have by that. */
  public void keepAnnotations() {
    if (isRemembered()
        && node.get("metadata") instanceof MappingNode metadata
        && isMissing(metadata.get("annotations"))) {
      metadata.put("annotations", new MappingNode());
    }
  }

  private static boolean isMissing(@Nullable Node value) {
    return value == null || value.isNull();
  }

  public boolean needsHash() {
    return needsHash;
  }

  public void needsHash(boolean needed) {
    needsHash = needed;
  }

  public @Nullable Origin origin() {
    return origin;
  }

  public void origin(@Nullable Origin newOrigin) {
    origin = newOrigin;
  }

  public Schema schema() {
    return schema;
  }

  /** A copy of the object and all that is remembered of it. */
  public Resource copy() {
    var copy = new Resource(node.copy(), schema);
    copy.remember(this);
    return copy;
  }

  /** Takes over what is remembered of another resource. */
  public void remember(Resource other) {
    formers.clear();
    formers.addAll(other.formers);
    prefixes.clear();
    prefixes.addAll(other.prefixes);
    suffixes.clear();
    suffixes.addAll(other.suffixes);
    transformations.clear();
    transformations.addAll(other.transformations);
    varNames.clear();
    varNames.addAll(other.varNames);
    behavior = other.behavior;
    noted = other.noted;
    needsHash = other.needsHash;
    origin = other.origin;
  }

  private ResourceId id(Former former) {
    return id(former.name(), former.namespace(), former.kind());
  }

  private ResourceId id(String name, String namespace, String kind) {
    var gvk = Gvk.of(apiVersion(), kind);
    return new ResourceId(gvk, name, namespace, schema.clusterScoped(gvk));
  }

  private static String text(MappingNode mapping, String key) {
    Node value = mapping.get(key);
    return value instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
