package io.burgee.operator.canary;

import io.burgee.kube.Cache;
import io.burgee.kube.Caches;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.mesh.ResourceRef;
import io.burgee.mesh.Snapshot;
import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The meshes' objects, cached kind by kind from the first time a router asks for one. */
final class RouteObjects {
  private final Caches caches;
  private final Consumer<NamespacedName> changed;
  private final Map<String, Cache<GenericKubernetesResource>> byKind = new ConcurrentHashMap<>();

  /**
   * Caches route objects.
   *
   * @param changed told the name of every route object that changes
   */
  RouteObjects(Caches caches, Consumer<NamespacedName> changed) {
    this.caches = caches;
    this.changed = changed;
  }

  Snapshot fetch(Collection<ResourceRef> refs) {
    return Snapshot.of(
        refs.stream()
            .map(ref -> of(ref).get(ref.namespace(), ref.name()))
            .flatMap(Optional::stream)
            .toList());
  }

  /** How an object is read and written. */
  Kind<GenericKubernetesResource> kind(ResourceRef ref) {
    return of(ref).kind();
  }

  private Cache<GenericKubernetesResource> of(ResourceRef ref) {
    return byKind.computeIfAbsent(ref.apiVersion() + "/" + ref.kind(), id -> open(ref));
  }

  private Cache<GenericKubernetesResource> open(ResourceRef ref) {
    var slash = ref.apiVersion().indexOf('/');
    var plural = Pluralize.toPlural(ref.kind().toLowerCase(Locale.ROOT));
    var kind =
        Kind.generic(
                ref.apiVersion().substring(0, slash),
                ref.apiVersion().substring(slash + 1),
                ref.kind(),
                plural)
            .whenServed();
    return caches
        .of(kind)
        .onChange(
            (old, now) -> {
              var object = now == null ? old : now;
              if (object != null) {
                changed.accept(NamespacedName.of(object));
              }
            });
  }
}
