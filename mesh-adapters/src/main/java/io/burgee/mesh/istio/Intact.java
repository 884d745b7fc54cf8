package io.burgee.mesh.istio;

import io.burgee.mesh.Rendered;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a live object is as rendered, apart from which requests go to the canary. */
final class Intact {
  private static final Set<String> MIRRORING = Set.of("mirror", "mirrors", "mirrorPercentage");

  private Intact() {}

  static boolean holds(GenericKubernetesResource wanted, GenericKubernetesResource live) {
    var from = wanted.getMetadata();
    var to = live.getMetadata();
    return Rendered.covers(from.getLabels(), to.getLabels())
        && Rendered.covers(from.getAnnotations(), to.getAnnotations())
        && uids(to.getOwnerReferences()).containsAll(uids(from.getOwnerReferences()))
        && Rendered.covers(spec(wanted), spec(live));
  }

  private static List<String> uids(List<OwnerReference> owners) {
    return owners.stream().map(OwnerReference::getUid).toList();
  }

  private static @Nullable Object spec(GenericKubernetesResource object) {
    var spec = object.getAdditionalProperties().get("spec");
    return changed(spec, "http", rules -> eachOf(rules, Intact::withoutTraffic));
  }

  private static @Nullable Object withoutTraffic(@Nullable Object rule) {
    return changed(
        without(MIRRORING, rule),
        "route",
        destinations -> eachOf(destinations, to -> without(Set.of("weight"), to)));
  }

  private static @Nullable Object changed(
      @Nullable Object object, String field, UnaryOperator<@Nullable Object> change) {
    if (!(object instanceof Map<?, ?> map) || !map.containsKey(field)) {
      return object;
    }
    var copy = new LinkedHashMap<Object, @Nullable Object>(map);
    copy.put(field, change.apply(map.get(field)));
    return copy;
  }

  private static @Nullable Object eachOf(
      @Nullable Object list, UnaryOperator<@Nullable Object> change) {
    return list instanceof List<?> elements ? elements.stream().map(change).toList() : list;
  }

  private static @Nullable Object without(Set<String> fields, @Nullable Object object) {
    if (!(object instanceof Map<?, ?> map)) {
      return object;
    }
    var copy = new LinkedHashMap<Object, @Nullable Object>(map);
    copy.keySet().removeAll(fields);
    return copy;
  }
}
