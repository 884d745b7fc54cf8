package io.burgee.api.validation;

import io.burgee.api.CrossNamespaceObjectReference;
import io.burgee.api.LocalObjectReference;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Rules for references to other objects.
 *
 * @param namespace of the Canary
 */
record References(@Nullable String namespace, boolean crossNamespace) {

  /** A workload or route; absent is allowed. */
  void check(
      Scope spec, String field, @Nullable LocalObjectReference ref, Collection<String> kinds) {
    if (ref != null) {
      identity(spec.in(field), ref.getApiVersion(), ref.getKind(), ref.getName(), kinds);
    }
  }

  static void identity(
      Scope ref,
      @Nullable String apiVersion,
      @Nullable String kind,
      @Nullable String name,
      Collection<String> kinds) {
    ref.present("apiVersion", apiVersion);
    ref.present("name", name);
    if (ref.present("kind", kind)) {
      ref.oneOf("kind", kind, kinds);
    }
  }

  /** A template or provider, by name; absent is allowed. */
  void named(Scope owner, String field, @Nullable CrossNamespaceObjectReference ref) {
    if (ref != null) {
      owner.in(field).present("name", ref.getName());
      sameNamespace(owner, field, ref);
    }
  }

  void sameNamespace(Scope owner, String field, CrossNamespaceObjectReference ref) {
    var other = ref.getNamespace();
    if (!crossNamespace && other != null && !other.isEmpty() && !other.equals(namespace)) {
      var allowed = "must be the Canary's own namespace: references to others are switched off";
      owner.in(field).report("namespace", other, allowed);
    }
  }
}
