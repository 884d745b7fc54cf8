package io.burgee.kustomize.generate;

import io.burgee.kustomize.file.GeneratorOptions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A generator's own options over those for all. */
final class Options {
  private Options() {}

  static GeneratorOptions merge(@Nullable GeneratorOptions own, @Nullable GeneratorOptions common) {
    if (own == null || common == null) {
      var only = own == null ? common : own;
      return only == null ? GeneratorOptions.NONE : only;
    }
    return new GeneratorOptions(
        merge(own.labels(), common.labels()),
        merge(own.annotations(), common.annotations()),
        own.disableNameSuffixHash() || common.disableNameSuffixHash(),
        own.immutable() || common.immutable());
  }

  private static Map<String, String> merge(Map<String, String> own, Map<String, String> common) {
    var merged = new HashMap<>(common);
    merged.putAll(own);
    return merged;
  }
}
