package io.burgee.kustomize.target;

import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas that builds begin with. */
final class Schemas {
  static final Schema BUILT_IN =
      new Schema() {
        @Override
        public boolean clusterScoped(Gvk gvk) {
          return false;
        }

        @Override
        public @Nullable Type type(Gvk gvk) {
          return null;
        }
      };

  private Schemas() {}
}
