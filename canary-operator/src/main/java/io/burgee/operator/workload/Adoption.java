package io.burgee.operator.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.core.Revision;
import io.burgee.kube.Applier;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a primary that Flagger made as a promoted snapshot: what is made from the snapshot is the
 * primary as it is, and the target it was made from is recognised.
 */
public final class Adoption {
  private static final String SUFFIX = "-primary";

  private final Configs configs;
  private final Inheritance inheritance;
  private final KubernetesSerialization json;

  public Adoption(Configs configs, Inheritance inheritance, KubernetesSerialization json) {
    this.configs = configs;
    this.inheritance = inheritance;
    this.json = json;
  }

  /**
   * The snapshot that the primary would have been made from.
   *
   * @param tracked what the other controller noted of the configuration it tracked; null if it
   *     tracked none
   * @throws Unreadable if one of the two has no label that tells its pods apart
   */
  public Snapshot promoted(
      Identity canary,
      Workload workload,
      Workload.Live target,
      Workload.Live primary,
      @Nullable Map<String, String> tracked)
      throws Unreadable {
    var own = workload.blueprint(target);
    var made = workload.blueprint(primary);
    var metadata = primary.object().getMetadata();
    var labels = new TreeMap<>(Nullness.map(metadata.getLabels()));
    labels.remove(own.selectorKey());
    var annotations = new TreeMap<>(Nullness.map(metadata.getAnnotations()));
    annotations.keySet().removeIf(key -> isControllers(key) || key.equals(Applier.WANTED));
    var origin = origin(canary, own, made.template());
    var unmoved = origin.equals(own.template());
    var checksums = checksums(canary, made.template());
    var name =
        primary
            .revision()
            .orElseGet(() -> CanonicalJson.nameOf(CanonicalJson.of(tree(origin)) + checksums));
    return new Snapshot(
        new Revision(name),
        target.object().getMetadata().getUid(),
        unmoved ? target.generation() : 0,
        new Blueprint(
            own.selectorKey(), own.selectorValue(), labels, annotations, made.settings(), origin),
        checksums,
        configs.areTracked() && (tracked != null || !checksums.isEmpty()),
        java.util.Optional.of(made.template()));
  }

  /** The target's template if the primary was made from it, else what it was made from. */
  private PodTemplateSpec origin(Identity canary, Blueprint target, PodTemplateSpec made) {
    var undone =
        PrimaryTemplate.undone(
            json.clone(made),
            canary,
            target,
            reference -> original(canary, reference),
            inheritance);
    var plain = PrimaryTemplate.withoutFlux(json.clone(target.template()));
    return CanonicalJson.of(tree(undone)).equals(CanonicalJson.of(tree(plain)))
        ? target.template()
        : undone;
  }

  private String original(Identity canary, ConfigNames.Reference reference) {
    return isCopy(canary, reference)
        ? reference.name().substring(0, reference.name().length() - SUFFIX.length())
        : reference.name();
  }

  private boolean isCopy(Identity canary, ConfigNames.Reference reference) {
    return reference.name().endsWith(SUFFIX)
        && configs.isOf(canary, reference.kind(), reference.name());
  }

  /** What the primary's pods read, by the names that the target refers to. */
  private Map<String, String> checksums(Identity canary, PodTemplateSpec made) {
    var found = new TreeMap<String, String>();
    if (!configs.areTracked()) {
      return found;
    }
    var references = ConfigNames.of(made.getSpec());
    for (var reference : references) { // what is shared with the target
      configs
          .trackedChecksum(canary.namespace(), reference.kind(), reference.name())
          .filter(checksum -> !isCopy(canary, reference))
          .ifPresent(checksum -> found.put(reference.key(), checksum));
    }
    for (var reference : references) { // what it has for itself counts before that
      if (isCopy(canary, reference)) {
        var key = reference.key().substring(0, reference.key().length() - SUFFIX.length());
        configs
            .checksum(canary.namespace(), reference.kind(), reference.name())
            .ifPresent(checksum -> found.put(key, checksum));
      }
    }
    return found;
  }

  /** Notes of Kubernetes' own controllers, which are nobody's wish. */
  private static boolean isControllers(String annotation) {
    var domain = annotation.split("/", 2)[0];
    return domain.equals("kubernetes.io") || domain.endsWith(".kubernetes.io");
  }

  private JsonNode tree(PodTemplateSpec template) {
    return json.convertValue(template, JsonNode.class);
  }
}
