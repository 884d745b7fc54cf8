package io.burgee.kustomize.file;

/** An entry of {@code images}. What is empty isn't changed. */
public record ImageSpec(
    String name, String newName, String newTag, String tagSuffix, String digest) {}
