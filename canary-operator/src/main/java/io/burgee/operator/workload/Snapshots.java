package io.burgee.operator.workload;

import io.burgee.core.Revision;
import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps snapshots in ControllerRevisions that the Canary owns. They never change. */
public final class Snapshots {
  private static final String CANARY = "burgee.io/canary";

  /** The API server refuses longer ones. */
  private static final int LONGEST_NAME = 253;

  public static final Kind<ControllerRevision> KIND =
      Kind.of(ControllerRevision.class).labelled(CANARY);

  private final Cache<ControllerRevision> stored;
  private final Applier applier;
  private final KubernetesSerialization json;

  public Snapshots(
      Cache<ControllerRevision> stored, Applier applier, KubernetesSerialization json) {
    this.stored = stored;
    this.applier = applier;
    this.json = json;
  }

  /** How the content looks inside the object. */
  record Content(
      String uid,
      long generation,
      Map<String, String> configs,
      boolean tracked,
      int replicas,
      Blueprint blueprint,
      @Nullable PodTemplateSpec primary) {}

  public Optional<Snapshot> find(Identity canary, Revision revision) {
    return content(canary, revision)
        .map(
            c ->
                new Snapshot(
                    revision,
                    c.uid(),
                    c.generation(),
                    c.blueprint(),
                    c.configs(),
                    c.tracked(),
                    Optional.ofNullable(c.primary())));
  }

  /** How many replicas served when the snapshot was taken; 0 where that is not known. */
  public int replicas(Identity canary, Revision revision) {
    return content(canary, revision).map(Content::replicas).orElse(0);
  }

  private Optional<Content> content(Identity canary, Revision revision) {
    return stored
        .get(name(canary, revision))
        .filter(object -> isOf(canary, object))
        .map(object -> json.convertValue(object.getData(), Content.class));
  }

  /** Stores the snapshot unless it is there. */
  public void keep(Identity canary, Snapshot snapshot) {
    keep(canary, snapshot, 0);
  }

  /**
   * Stores the snapshot unless it is there.
   *
   * @param replicas how many serve now; 0 where that is not known
   */
  public void keep(Identity canary, Snapshot snapshot, int replicas) {
    if (find(canary, snapshot.revision()).isPresent()) {
      return;
    }
    var content =
        new Content(
            snapshot.uid(),
            snapshot.generation(),
            snapshot.configs(),
            snapshot.tracked(),
            replicas,
            snapshot.blueprint(),
            snapshot.primary().orElse(null));
    var object = new ControllerRevision();
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(canary.namespace())
            .withName(name(canary, snapshot.revision()).name())
            .addToLabels(CANARY, canary.uid())
            .withOwnerReferences(canary.owner())
            .build());
    object.setRevision(snapshot.generation());
    object.setData(json.convertValue(content, Map.class));
    applier.create(object);
  }

  /** Deletes this Canary's snapshots of all other revisions. */
  public boolean keepOnly(Identity canary, Set<Revision> needed) {
    var deleted = false;
    for (var object : stored.list(canary.namespace())) {
      if (isOf(canary, object) && needed.stream().noneMatch(r -> isNamed(object, canary, r))) {
        deleted |= applier.delete(KIND, NamespacedName.of(object));
      }
    }
    return deleted;
  }

  /** Not of one of the same name that was there before, and is about to be collected. */
  private static boolean isOf(Identity canary, ControllerRevision object) {
    return canary.uid().equals(Nullness.map(object.getMetadata().getLabels()).get(CANARY));
  }

  private static boolean isNamed(ControllerRevision object, Identity canary, Revision revision) {
    return NamespacedName.of(object).equals(name(canary, revision));
  }

  private static NamespacedName name(Identity canary, Revision revision) {
    return NamespacedName.of(canary.namespace(), name(canary.name(), revision.id()));
  }

  /** However long the Canary's name is; cut, it still is another than that of another Canary. */
  static String name(String canary, String revision) {
    var whole = canary + "-" + revision;
    if (whole.length() <= LONGEST_NAME) {
      return whole;
    }
    var end = "x" + Integer.toHexString(canary.hashCode()) + "-" + revision;
    return canary.substring(0, LONGEST_NAME - end.length()) + end;
  }
}
