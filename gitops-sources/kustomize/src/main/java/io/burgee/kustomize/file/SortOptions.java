package io.burgee.kustomize.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The field {@code sortOptions}. */
public record SortOptions(String order, @Nullable Legacy legacy) {
  /** Which kinds come first and last. */
  public record Legacy(List<String> first, List<String> last) {}
}
