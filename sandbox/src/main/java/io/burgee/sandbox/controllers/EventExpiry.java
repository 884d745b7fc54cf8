package io.burgee.sandbox.controllers;

import io.burgee.sandbox.cluster.Cluster;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.cluster.SimulatedTime;
import java.time.Duration;

/** Events go some time after their last change, as those of a real server, until closed. */
public final class EventExpiry implements AutoCloseable {
  private final Cluster cluster;
  private final SimulatedTime time;
  private final Duration kept;
  private final Cluster.Watch watch;

  private EventExpiry(Cluster cluster, SimulatedTime time, Duration kept) {
    this.cluster = cluster;
    this.time = time;
    this.kept = kept;
    this.watch = cluster.watch(Resource.EVENTS, this::onEvent);
  }

  /**
   * Starts with the Events there are.
   *
   * @param kept in simulated time
   */
  public static EventExpiry start(Cluster cluster, SimulatedTime time, Duration kept) {
    return new EventExpiry(cluster, time, kept);
  }

  private void onEvent(Cluster.Event change) {
    if (!change.deleted()) {
      var key = Key.of(change.object());
      var version = Fields.resourceVersion(change.object());
      time.after(kept, () -> expire(key, version));
    }
  }

  /** Unless it was changed meanwhile: then it lives that much longer. */
  private void expire(Key key, String version) {
    cluster
        .get(Resource.EVENTS, key)
        .filter(event -> Fields.resourceVersion(event).equals(version))
        .ifPresent(event -> cluster.delete(Resource.EVENTS, key));
  }

  @Override
  public void close() {
    watch.close();
  }
}
