package io.burgee.sandbox.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A quantile out of cumulative buckets, linear within the bucket it falls into. */
final class Quantile {
  /** {@code count} observations were at most {@code upper}. */
  record Bucket(double upper, double count) {}

  private Quantile() {}

  static double of(double quantile, List<Bucket> unsorted) {
    var buckets = cumulative(unsorted);
    if (Double.isNaN(quantile) || buckets.size() < 2 || buckets.getLast().upper() != 1 / 0.0) {
      return Double.NaN;
    }
    double observations = buckets.getLast().count();
    if (!(observations > 0)) {
      return Double.NaN;
    } else if (quantile < 0 || quantile > 1) {
      return quantile < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return within(buckets, quantile * observations);
  }

  private static double within(List<Bucket> buckets, double rank) {
    int last = buckets.size() - 1;
    int hit = 0;
    while (hit < last && buckets.get(hit).count() < rank) {
      hit++;
    }
    double upper = buckets.get(hit).upper();
    if (hit == last) {
      return buckets.get(last - 1).upper();
    } else if (hit == 0 && upper <= 0) {
      return upper;
    }
    double lower = hit == 0 ? 0 : buckets.get(hit - 1).upper();
    double below = hit == 0 ? 0 : buckets.get(hit - 1).count();
    return lower + (upper - lower) * ((rank - below) / (buckets.get(hit).count() - below));
  }

  /** Sorted, equal bounds added up, and never falling: rates of buckets can be slightly off. */
  private static List<Bucket> cumulative(List<Bucket> unsorted) {
    var sorted = new ArrayList<Bucket>();
    var order = Comparator.comparingDouble(Bucket::upper);
    for (var bucket : unsorted.stream().sorted(order).toList()) {
      if (!sorted.isEmpty() && sorted.getLast().upper() == bucket.upper()) {
        double both = sorted.removeLast().count() + bucket.count();
        sorted.add(new Bucket(bucket.upper(), both));
      } else {
        sorted.add(bucket);
      }
    }
    for (int i = 1; i < sorted.size(); i++) {
      double count = Math.max(sorted.get(i).count(), sorted.get(i - 1).count());
      sorted.set(i, new Bucket(sorted.get(i).upper(), count));
    }
    return sorted;
  }
}
