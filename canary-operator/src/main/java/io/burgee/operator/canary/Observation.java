package io.burgee.operator.canary;

import io.burgee.core.Facts;
import io.burgee.mesh.Snapshot;
import io.burgee.operator.workload.Workload;
import java.util.Optional;

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
    Snapshot routes) {}
