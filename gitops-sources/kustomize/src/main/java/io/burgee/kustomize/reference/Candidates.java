package io.burgee.kustomize.reference;

import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was ever renamed, by its former names; the rest is never looked at. */
final class Candidates {
  private final Budget budget;
  private final Map<String, List<Resource>> byFormerName = new HashMap<>();
  private final Map<String, Set<String>> presentByOriginalNamespace = new HashMap<>();

  Candidates(Resources resources) {
    budget = resources.budget();
    for (var resource : resources) {
      budget.work();
      addNames(resource);
      addNamespace(resource);
    }
  }

  Budget budget() {
    return budget;
  }

  /** Those that were once called so, in the order of the list. */
  List<Resource> formerlyNamed(String name) {
    return byFormerName.getOrDefault(name, List.of());
  }

  /** Whether the referrer sees something that was in that namespace at first. */
  boolean anyFrom(String originalNamespace, Referrer referrer) {
    for (var present : presentByOriginalNamespace.getOrDefault(originalNamespace, Set.of())) {
      if (referrer.seesNamespace(present)) {
        return true;
      }
    }
    return false;
  }

  private void addNames(Resource resource) {
    for (var former : resource.formers()) {
      var same = byFormerName.computeIfAbsent(former.name(), any -> new ArrayList<>(1));
      if (same.isEmpty() || same.getLast() != resource) {
        same.add(resource);
      }
    }
  }

  private void addNamespace(Resource resource) {
    var original = resource.originalId();
    if (!original.clusterScoped()) {
      presentByOriginalNamespace
          .computeIfAbsent(original.effectiveNamespace(), any -> new HashSet<>(2))
          .add(resource.namespace());
    }
  }
}
