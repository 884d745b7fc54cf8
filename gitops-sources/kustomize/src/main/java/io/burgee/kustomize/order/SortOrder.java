package io.burgee.kustomize.order;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.Reorder;
import io.burgee.kustomize.file.SortOptions;
import io.burgee.kustomize.resource.Resources;
import org.jspecify.annotations.Nullable;

/** Decides between what a kustomization file says of the order and what the caller wants. */
public final class SortOrder {
  private static final String FIFO = "fifo";
  private static final String LEGACY = "legacy";

  private SortOrder() {}

  /**
   * Puts the resources in order.
   *
   * @param options what the outermost kustomization file says; it has the last word
   * @throws BuildException if the options are none that exist
   */
  public static void apply(Resources resources, @Nullable SortOptions options, Reorder reorder) {
    if (options == null) {
      if (reorder == Reorder.LEGACY) {
        LegacyOrder.standard().sort(resources);
      }
      return;
    }
    check(options);
    if (options.order().equals(LEGACY)) {
      var legacy = options.legacy();
      var order = legacy == null ? LegacyOrder.standard() : new LegacyOrder(legacy);
      order.sort(resources);
    }
  }

  private static void check(SortOptions options) {
    if (!options.order().equals(FIFO) && !options.order().equals(LEGACY)) {
      throw new BuildException(
          "the field 'sortOptions.order' must be one of [fifo, legacy], not '"
              + options.order()
              + "'");
    }
    if (options.order().equals(FIFO) && options.legacy() != null) {
      throw new BuildException(
          "the field 'sortOptions.legacySortOptions' is set but the selected sort order is"
              + " 'fifo', not 'legacy'");
    }
  }
}
