package io.burgee.kustomize.file;

import org.jspecify.annotations.Nullable;

/** An entry of {@code patchesJson6902}: a JSON patch, as text or as the path of a file. */
public record JsonPatchSpec(@Nullable SelectorSpec target, String path, String patch) {}
