package io.burgee.sandbox.store;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of objects, as one version of the API shows it.
 *
 * @param version the version that is spoken; {@code storageVersion} is the one objects are kept in
 * @param scale where the scale subresource finds its values, null when there is none
 */
public record ResourceType(
    String group,
    String version,
    String kind,
    String plural,
    String singular,
    boolean namespaced,
    List<String> shortNames,
    List<String> categories,
    Set<Trait> traits,
    @Nullable ScalePaths scale,
    String storageVersion) {

  /** What sets types apart in the life of their objects. */
  public enum Trait {
    /** Status is written through a subresource of its own only. */
    STATUS,
    /** {@code metadata.generation} counts the changes of the spec. */
    GENERATION,
    /** Defined by a CustomResourceDefinition. */
    CUSTOM
  }

  /**
   * Paths of the scale subresource, dotted, e.g. {@code spec.replicas}; {@code selector} is empty
   * when the type has none.
   */
  public record ScalePaths(String specReplicas, String statusReplicas, String selector) {}

  public GroupResource resource() {
    return new GroupResource(group, plural);
  }

  /** E.g. {@code apps/v1}, or {@code v1} in the core group. */
  public String apiVersion() {
    return qualified(version);
  }

  public String storageApiVersion() {
    return qualified(storageVersion);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** The key of the object {@code name}; {@code namespace} is ignored for cluster-scoped types. */
  public ResourceKey key(String namespace, String name) {
    return new ResourceKey(namespaced ? namespace : "", name);
  }

  private String qualified(String of) {
    return group.isEmpty() ? of : group + "/" + of;
  }
}
