package io.burgee.kustomize.file;

import org.jspecify.annotations.Nullable;

/** An entry of {@code patches}: a patch of either kind, as text or as the path of a file. */
public record PatchSpec(
    String path,
    String patch,
    @Nullable SelectorSpec target,
    boolean allowNameChange,
    boolean allowKindChange) {}
