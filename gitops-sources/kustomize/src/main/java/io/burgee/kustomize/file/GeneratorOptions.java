package io.burgee.kustomize.file;

import java.util.Map;

/** What holds for generated resources. */
public record GeneratorOptions(
    Map<String, String> labels,
    Map<String, String> annotations,
    boolean disableNameSuffixHash,
    boolean immutable) {
  public static final GeneratorOptions NONE =
      new GeneratorOptions(Map.of(), Map.of(), false, false);
}
