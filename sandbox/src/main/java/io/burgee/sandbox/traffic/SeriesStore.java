package io.burgee.sandbox.traffic;

import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.promql.Labels;
import io.burgee.sandbox.promql.Point;
import io.burgee.sandbox.promql.Series;
import io.burgee.sandbox.promql.SeriesSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counters and their samples of the last minutes. A counter lives as long as the pod or workload
 * that counts: its series ends with it, and a later one starts from zero. Safe for use by many
 * threads.
 */
final class SeriesStore implements SeriesSource {
  private static final Duration RETENTION = Duration.ofMinutes(10);

  private static final class Track {
    private final Key owner;
    private final ArrayDeque<Point> points = new ArrayDeque<>();
    private double value;
    private boolean ended;

    private Track(Key owner) {
      this.owner = owner;
    }
  }

  private final Map<Labels, Track> tracks = new LinkedHashMap<>();

  /** Counts on {@code labels}, which {@code owner} reports. */
  synchronized void add(Key owner, Labels labels, double amount) {
    var track = tracks.computeIfAbsent(labels, _ -> new Track(owner));
    if (track.ended) {
      track.ended = false;
      track.value = 0;
    }
    track.value += amount;
  }

  /** Takes a sample of every counter whose owner is in {@code alive}; the others end. */
  synchronized void sample(Instant now, Set<Key> alive) {
    for (var track : tracks.values()) {
      if (alive.contains(track.owner) && !track.ended) {
        track.points.add(new Point(now, track.value));
      } else if (!track.ended) {
        track.ended = true;
        track.points.add(new Point(now, 0, true));
      }
      var horizon = now.minus(RETENTION);
      while (!track.points.isEmpty() && track.points.peekFirst().at().isBefore(horizon)) {
        track.points.removeFirst();
      }
    }
    tracks.values().removeIf(track -> track.ended && track.points.isEmpty());
  }

  @Override
  public synchronized List<Series> select(Predicate<Labels> wanted, Instant from, Instant to) {
    var selected = new ArrayList<Series>();
    tracks.forEach(
        (labels, track) -> {
          if (wanted.test(labels)) {
            var points =
                track.points.stream()
                    .filter(point -> point.at().isAfter(from) && !point.at().isAfter(to))
                    .toList();
            if (!points.isEmpty()) {
              selected.add(new Series(labels, points));
            }
          }
        });
    return selected;
  }
}
