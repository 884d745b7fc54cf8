package io.burgee.kustomize.file;

/**
 * An entry of {@code replacements}: written there, or in a file of its own if the path isn't empty.
 */
public record ReplacementEntry(String path, ReplacementSpec replacement) {}
