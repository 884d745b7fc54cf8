package io.burgee.kustomize.file;

/**
 * Which resources are meant: regular expressions (RE2, the whole text must match) for the first
 * five, Kubernetes selectors for the last two. What is empty is any.
 */
public record SelectorSpec(
    String group,
    String version,
    String kind,
    String name,
    String namespace,
    String labelSelector,
    String annotationSelector) {
  public static final SelectorSpec ANY = new SelectorSpec("", "", "", "", "", "", "");
}
