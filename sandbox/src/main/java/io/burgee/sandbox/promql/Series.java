package io.burgee.sandbox.promql;

import java.util.List;

/** A series' points in a window, oldest first. */
public record Series(Labels labels, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }
}
