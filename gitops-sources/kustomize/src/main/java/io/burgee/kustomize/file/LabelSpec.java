package io.burgee.kustomize.file;

import io.burgee.kustomize.fieldspec.FieldSpec;
import java.util.List;
import java.util.Map;

/** An entry of {@code labels}. */
public record LabelSpec(
    Map<String, String> pairs,
    boolean includeSelectors,
    boolean includeTemplates,
    List<FieldSpec> fields) {}
