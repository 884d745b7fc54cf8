package io.burgee.mesh.istio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of headers, as rules and destinations have them. */
final class HeaderChange {
  private HeaderChange() {}

  /** {@code headers} that also give the client a cookie. */
  static Map<String, Object> added(Map<String, Object> headers, String cookie) {
    var response = copy(headers.get("response"));
    var add = copy(response.get("add"));
    add.put("Set-Cookie", cookie);
    response.put("add", add);
    var changed = new LinkedHashMap<>(headers);
    changed.put("response", response);
    return changed;
  }

  private static Map<String, Object> copy(@Nullable Object map) {
    var copy = new LinkedHashMap<String, Object>();
    if (map instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
    }
    return copy;
  }
}
