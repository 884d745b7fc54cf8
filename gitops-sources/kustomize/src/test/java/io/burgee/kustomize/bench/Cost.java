package io.burgee.kustomize.bench;

import java.util.Locale;

/** What one build took: the median of many, and the bytes it allocated or, of a process, had. */
record Cost(double millis, double bytes) {

  Cost orLess(Cost other) {
    return other.millis < millis ? other : this;
  }

  double over(Cost other) {
    return millis / other.millis;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f ms, %.1f MB", millis, bytes / 1e6);
  }
}
