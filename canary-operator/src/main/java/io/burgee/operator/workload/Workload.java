package io.burgee.operator.workload;

import io.burgee.core.Facts;
import io.burgee.kube.Applier;
import io.burgee.kube.NamespacedName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/**
 * One kind of target. Reads come from caches; the primary is rendered from a blueprint alone, so
 * that it is what was analysed, whatever the target has become.
 */
public interface Workload {

  /** As in {@code targetRef.kind}. */
  String kind();

  /** The live workload of that name; empty if there is none. */
  Optional<Live> find(NamespacedName name);

  /**
   * What a primary is to be made from.
   *
   * @throws Unreadable if the target has no label that could tell its pods apart
   */
  Blueprint blueprint(Live target) throws Unreadable;

  /**
   * The primary, whole.
   *
   * @param revision noted on its pods, so that another revision always is another template
   * @param references what the pods refer to, by the name that the primary's copy has
   * @param replicas if it does not exist yet
   */
  HasMetadata primary(Identity canary, Snapshot revision, ConfigNames references, int replicas);

  /** Changes how many pods the workload wants, and nothing else of it. */
  boolean scale(Applier applier, NamespacedName name, int replicas);

  /**
   * A live workload as the policy sees it.
   *
   * @param object shared with the cache: change a copy
   * @param generation of the spec
   * @param revision noted on its pods by {@link #primary}; empty on a target
   */
  record Live(
      HasMetadata object,
      long generation,
      int desired,
      int available,
      Optional<String> revision,
      Rollout rollout) {}

  /** How far a rollout is, judged against a share of pods that must be available. */
  @FunctionalInterface
  interface Rollout {
    /**
     * Whether it is done.
     *
     * @param percent of the updated pods that must be available, 0 to 100
     */
    Facts.Readiness at(int percent);
  }
}
