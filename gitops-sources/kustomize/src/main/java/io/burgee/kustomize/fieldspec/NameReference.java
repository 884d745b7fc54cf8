package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.resource.Gvk;
import java.util.List;

/**
 * Where kinds name resources of one kind.
 *
 * @param target the kind that is named; what is empty is any
 * @param referrers the places where it is
 */
public record NameReference(Gvk target, List<FieldSpec> referrers) {
  public NameReference {
    referrers = List.copyOf(referrers);
  }
}
