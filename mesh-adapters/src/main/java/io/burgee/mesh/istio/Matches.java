package io.burgee.mesh.istio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists of HTTPMatchRequest: a request matches a list if it matches one of its elements. */
final class Matches {
  private static final List<String> MERGED = List.of("headers", "queryParams", "sourceLabels");

  /** What means something else than itself in RE2. */
  private static final Pattern META = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

  private Matches() {}

  /** What matches both lists; where both ask the same of a header, {@code ours} wins. */
  static List<Map<String, Object>> both(
      List<Map<String, Object>> ours, List<Map<String, Object>> theirs) {
    if (theirs.isEmpty()) {
      return both(ours, List.of(Map.of()));
    }
    var both = new ArrayList<Map<String, Object>>();
    for (var one : ours) {
      for (var other : theirs) {
        both.add(both(one, other));
      }
    }
    return both;
  }

  private static Map<String, Object> both(Map<String, Object> ours, Map<String, Object> theirs) {
    var both = new LinkedHashMap<>(theirs);
    for (var field : MERGED) {
      if (ours.get(field) instanceof Map<?, ?> wanted && !wanted.isEmpty()) {
        var merged = new LinkedHashMap<Object, Object>();
        if (theirs.get(field) instanceof Map<?, ?> present) {
          merged.putAll(present);
        }
        wanted.forEach((name, condition) -> merged.put(name, inIstiosTerms(condition)));
        both.put(field, merged);
      }
    }
    return both;
  }

  /** Istio has no suffix: one that it doesn't know would match any value. */
  private static Object inIstiosTerms(Object condition) {
    return condition instanceof Map<?, ?> map && map.get("suffix") instanceof String suffix
        ? Map.of("regex", ".*" + META.matcher(suffix).replaceAll("\\\\$0"))
        : condition;
  }

  /** Whether it asks nothing of a request. */
  static boolean isOpen(Map<String, Object> match) {
    return MERGED.stream()
        .allMatch(field -> !(match.get(field) instanceof Map<?, ?> wanted) || wanted.isEmpty());
  }
}
