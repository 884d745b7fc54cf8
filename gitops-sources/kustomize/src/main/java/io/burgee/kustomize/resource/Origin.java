package io.burgee.kustomize.resource;

/**
 * Where a resource, or a change of it, comes from. What doesn't apply is empty.
 *
 * @param path the file it was read from, relative to the tree's root or to that of {@code repo}
 * @param repo the remote repository, if it is from one
 * @param ref the ref of that repository
 * @param configuredIn the kustomization or plugin file that asked for it
 * @param configuredBy the generator or transformer
 */
public record Origin(
    String path, String repo, String ref, String configuredIn, ConfiguredBy configuredBy) {

  /** A generator or transformer by its apiVersion, kind, name and namespace. */
  public record ConfiguredBy(String apiVersion, String kind, String name, String namespace) {
    public static final ConfiguredBy NOBODY = new ConfiguredBy("", "", "", "");

    public static ConfiguredBy builtin(String kind) {
      return new ConfiguredBy("builtin", kind, "", "");
    }
  }

  public static Origin file(String path) {
    return new Origin(path, "", "", "", ConfiguredBy.NOBODY);
  }

  public static Origin of(String configuredIn, ConfiguredBy by) {
    return new Origin("", "", "", configuredIn, by);
  }
}
