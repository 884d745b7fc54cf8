package io.burgee.kustomize.file;

/** An entry of {@code replicas}. */
public record ReplicaSpec(String name, long count) {}
