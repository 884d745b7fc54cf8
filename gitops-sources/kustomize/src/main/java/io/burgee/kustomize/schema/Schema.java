package io.burgee.kustomize.schema;

import io.burgee.kustomize.resource.Gvk;
import org.jspecify.annotations.Nullable;

/** What is known of kinds. Immutable; a build has one of its own. */
public interface Schema {

  /** Whether objects of this kind have no namespace. A kind that isn't known has one. */
  boolean clusterScoped(Gvk gvk);

  /** The type of a kind's objects, or null if it isn't known. */
  @Nullable Type type(Gvk gvk);

  /** A type of values somewhere below an object. */
  interface Type {
    /** The type of a mapping's field, or null if nothing is known of it. */
    @Nullable Type field(String name);

    /** The type of a sequence's items, or null if nothing is known of it. */
    @Nullable Type items();

    /** How two lists of this type are merged; {@link ListMerge#REPLACE} if they are not. */
    ListMerge listMerge();
  }
}
