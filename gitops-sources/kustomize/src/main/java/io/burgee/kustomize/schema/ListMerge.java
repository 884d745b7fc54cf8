package io.burgee.kustomize.schema;

import java.util.List;

/**
 * How a patch's list meets that of a resource.
 *
 * @param merge whether they are merged; if not, the patch's replaces the other
 * @param keys the fields that tell items apart; none for sets of scalars
 */
public record ListMerge(boolean merge, List<String> keys) {
  public static final ListMerge REPLACE = new ListMerge(false, List.of());

  public ListMerge {
    keys = List.copyOf(keys);
  }
}
