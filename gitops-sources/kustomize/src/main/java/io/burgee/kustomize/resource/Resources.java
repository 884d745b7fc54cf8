package io.burgee.kustomize.resource;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.limit.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The list that a build works on, in order. No two resources in it have the same id when one is
 * added; transformers may change names afterwards, and say so by {@link #renamed}.
 */
public final class Resources implements Iterable<Resource> {
  private final Budget budget;
  private final List<Resource> list = new ArrayList<>();
  private @Nullable Map<ResourceId, Resource> byId;
  private @Nullable Map<String, List<Resource>> byAnyName;

  public Resources(Budget budget) {
    this.budget = budget;
  }

  public Budget budget() {
    return budget;
  }

  /** All in order; not to be changed. */
  public List<Resource> all() {
    return list;
  }

  public int size() {
    return list.size();
  }

  @Override
  public Iterator<Resource> iterator() {
    return list.iterator();
  }

  /**
   * Adds one at the end.
   *
   * @throws BuildException if its id is there already
   */
  public void append(Resource resource) {
    budget.objects(list.size() + 1);
    var id = resource.id();
    if (byId().putIfAbsent(id, resource) != null) {
      throw new BuildException("may not add resource with an already registered id: " + id);
    }
    list.add(resource);
    if (byAnyName != null) {
      rememberNames(byAnyName, resource);
    }
  }

  public void appendAll(Iterable<Resource> more) {
    more.forEach(this::append);
  }

  /** The one that is called so now, or null. */
  public @Nullable Resource current(ResourceId id) {
    return byId().get(id);
  }

  /** Those that are or were called so, in order. */
  public List<Resource> matchingAnyId(ResourceId id) {
    return named(id.name()).stream().filter(each -> each.anyIds().contains(id)).toList();
  }

  /** Those that have or had that name, whatever their kind and namespace, in order. */
  public List<Resource> named(String name) {
    var known = byAnyName;
    if (known == null) {
      known = new HashMap<>();
      for (var resource : list) {
        rememberNames(known, resource);
      }
      byAnyName = known;
    }
    return known.getOrDefault(name, List.of());
  }

  private static void rememberNames(Map<String, List<Resource>> known, Resource resource) {
    for (var former : resource.formers()) {
      rememberName(known, former.name(), resource);
    }
    rememberName(known, resource.name(), resource);
  }

  private static void rememberName(
      Map<String, List<Resource>> known, String name, Resource resource) {
    var same = known.computeIfAbsent(name, any -> new ArrayList<>(1));
    if (same.isEmpty() || same.getLast() != resource) {
      same.add(resource);
    }
  }

  /** Puts another one in the place of one that is there. */
  public void replace(Resource old, Resource replacement) {
    list.set(indexOf(old), replacement);
    renamed();
  }

  public void removeIf(Predicate<Resource> unwanted) {
    if (list.removeIf(unwanted)) {
      renamed();
    }
  }

  /** Replaces all by others, or by the same in another order. */
  public void set(List<Resource> others) {
    var copy = List.copyOf(others);
    list.clear();
    list.addAll(copy);
    renamed();
  }

  /** To be called after names, namespaces or kinds were changed. */
  public void renamed() {
    byId = null;
    byAnyName = null;
  }

  private int indexOf(Resource resource) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == resource) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in the list: " + resource);
  }

  private Map<ResourceId, Resource> byId() {
    var known = byId;
    if (known == null) {
      known = HashMap.newHashMap(list.size() + 1);
      for (var resource : list) {
        known.putIfAbsent(resource.id(), resource);
      }
      byId = known;
    }
    return known;
  }
}
