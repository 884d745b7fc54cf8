package io.burgee.operator.canary;

import io.burgee.core.Facts;
import io.burgee.mesh.Snapshot;
import io.burgee.operator.workload.Services;
import io.burgee.operator.workload.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one reconcile saw, with what is needed to act on it.
 *
 * @param target the target as it could be promoted; empty if it can't be read
 * @param routes the live route objects
 */
record Observation(
    Facts facts,
    Optional<io.burgee.operator.workload.Snapshot> target,
    Optional<Workload.Live> targetLive,
    Optional<Workload.Live> primaryLive,
    Services.Live services,
    Snapshot routes) {

  /** All objects that it was made from and that may be written because of it. */
  List<HasMetadata> objects() {
    return Stream.of(
            Stream.concat(targetLive.stream(), primaryLive.stream()).map(Workload.Live::object),
            services.objects().stream(),
            routes.objects().values().stream())
        .<HasMetadata>flatMap(objects -> objects)
        .toList();
  }
}
