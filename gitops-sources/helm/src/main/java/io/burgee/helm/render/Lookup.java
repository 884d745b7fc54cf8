package io.burgee.helm.render;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the template function {@code lookup} looks. */
@FunctionalInterface
public interface Lookup {
  /** No cluster: nothing is ever found. */
  Lookup NOTHING = (apiVersion, kind, namespace, name) -> new LinkedHashMap<>();

  /**
   * The object, which templates may change, or the list of all if the name is empty (its field
   * {@code items}); an empty map if it isn't there.
   *
   * @throws io.burgee.helm.value.GoException if it can't be told; the render fails
   */
  Map<String, @Nullable Object> get(String apiVersion, String kind, String namespace, String name);
}
