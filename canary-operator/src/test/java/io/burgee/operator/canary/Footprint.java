package io.burgee.operator.canary;

import io.burgee.sandbox.store.Kinds;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What an operator and its cluster take after so many releases.
 *
 * @param heapMiB what is left after a collection
 * @param threads platform threads
 * @param series of the exporter
 * @param objects in the cluster, without Events, and without ReplicaSets, of which Deployments keep
 *     ten for their past
 * @param remembered what the operator's caches and queue hold
 * @param wrong how much was found wrong so far
 */
record Footprint(
    int releases,
    double heapMiB,
    int threads,
    int series,
    int objects,
    int events,
    Map<String, Integer> remembered,
    double perSecond,
    int wrong) {
  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%9s %9s %8s %7s %8s %7s %7s %10s %6s",
          "releases",
          "heap MiB",
          "threads",
          "series",
          "objects",
          "events",
          "cached",
          "releases/s",
          "wrong");

  private static final double MIB = 1024 * 1024;

  /** What a figure may be above that of earlier on: chance, and collections that leave some. */
  private static final double SLACK = 1.1;

  static Footprint of(Harness harness, int releases, double perSecond, int wrong) {
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    var series =
        Collections.list(harness.registry.metricFamilySamples()).stream()
            .mapToInt(family -> family.samples.size())
            .sum();
    var events = harness.store().list(Kinds.EVENTS, "").objects().size();
    var objects =
        harness.store().types().all().stream()
            .filter(type -> !type.kind().equals("ReplicaSet"))
            .mapToInt(type -> harness.store().list(type, "").objects().size())
            .sum();
    return new Footprint(
        releases,
        heap,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        series,
        objects - events,
        events,
        harness.remembered(),
        perSecond,
        wrong);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%9d %9.1f %8d %7d %8d %7d %7d %10.1f %6d",
        releases,
        heapMiB,
        threads,
        series,
        objects,
        events,
        cached(),
        perSecond,
        wrong);
  }

  private int cached() {
    return remembered.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * What grew: the median of the last quarter is above that of the second, so that what fills up
   * once to its bound is not taken for a leak.
   *
   * @param heapSlackMiB what the heap may grow by in any case
   * @param eventSlack the same of Events
   */
  static List<String> growing(List<Footprint> all, double heapSlackMiB, double eventSlack) {
    var grown = new ArrayList<String>();
    check(all, "heap", Footprint::heapMiB, heapSlackMiB, grown);
    check(all, "threads", Footprint::threads, 4, grown);
    check(all, "series", Footprint::series, 0, grown);
    check(all, "objects", Footprint::objects, 4, grown);
    check(all, "events", Footprint::events, eventSlack, grown);
    check(all, "cached", Footprint::cached, 4, grown);
    return grown;
  }

  private static void check(
      List<Footprint> all,
      String name,
      ToDoubleFunction<Footprint> figure,
      double atLeast,
      List<String> grown) {
    var quarter = all.size() / 4;
    var before = median(all.subList(quarter, 2 * quarter), figure);
    var after = median(all.subList(all.size() - quarter, all.size()), figure);
    if (after > Math.max(before * SLACK, before + atLeast)) {
      grown.add("%s grew from %.1f to %.1f".formatted(name, before, after));
    }
  }

  private static double median(List<Footprint> some, ToDoubleFunction<Footprint> figure) {
    var sorted = some.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
