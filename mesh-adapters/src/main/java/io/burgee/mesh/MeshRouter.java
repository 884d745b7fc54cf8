package io.burgee.mesh;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One mesh's dialect. Pure and stateless: the caller fetches first and applies afterwards. */
public interface MeshRouter {

  /** What the caller must fetch before {@link #render} and {@link #live}; may be empty. */
  Set<ResourceRef> reads(RouteIntent intent);

  /**
   * The objects that give {@code intent} effect, equal for equal input, in the order in which to
   * apply them: a route comes after the destinations it names. Empty for a mesh without routes.
   *
   * @throws IllegalArgumentException if there are {@link #problems}
   */
  List<HasMetadata> render(RouteIntent intent, Snapshot fetched);

  /**
   * What the fetched route does, whoever wrote it; empty when there is none, or none that reaches
   * either side. The intent's own traffic plays no part.
   */
  Optional<LiveRoute> live(RouteIntent intent, Snapshot fetched);

  /**
   * What gives the fetched route back when the Canary goes: as users had it before it became ours,
   * or to the canary, which serves until what was generated is collected. Users' objects come
   * without an owner. Empty where there is nothing to give back.
   */
  List<HasMetadata> revert(RouteIntent intent, Snapshot fetched);

  /** Whether the fetched route is given back. */
  boolean reverted(RouteIntent intent, Snapshot fetched);

  /** An intent that needs more than this is refused when the Canary is validated. */
  Set<Feature> features();

  /** Why {@code intent} can't be rendered, in words fit for a user; empty when it can. */
  List<String> problems(RouteIntent intent);
}
