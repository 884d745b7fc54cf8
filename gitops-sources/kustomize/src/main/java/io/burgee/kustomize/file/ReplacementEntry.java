package io.burgee.kustomize.file;

/** One of a kustomization's replacements: written there, or in a file of its own at the path. */
public record ReplacementEntry(String path, ReplacementSpec replacement) {}
