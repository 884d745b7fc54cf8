package io.burgee.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.Crds;
import io.burgee.testsupport.Options;
import io.burgee.testsupport.RealCluster;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator that dies at any moment and comes back releases as one that lives, and at no moment
 * between do users' requests go nowhere. Give the seed as {@code -Dkill.seed} to repeat a run.
 */
@RealCluster
class KilledOperatorE2E {
  private static final int KILLS = Integer.getInteger("kill.times", 50);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
  private static final int LONGEST_LIFE_MILLIS = 2000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void releasesEndAsWithoutKillsAndNoInvariantBreaks(@TempDir Path folder) {
    System.out.println("kill.seed=" + SEED);
    try (var plane = RealControlPlane.start(Options.defaults().withOperatorRole(Roles.FILE));
        var client = plane.client(User.ADMIN);
        var metrics = new LiveMetrics(client)) {
      plane.installIstio();
      plane.install(Crds.yaml());
      try (var history = new WatchedHistory(client)) {
        var lives = new Lives(plane, metrics, folder, new SplittableRandom(SEED));
        var releases = killedThroughout(plane, client, lives);
        releases.forEach(ReleaseSeries::check);
        var violations = history.violations(namespaces(releases));
        System.out.printf(
            "%d kills, %d runs, %d versions of objects, %d violations%n",
            lives.kills(), runs(releases), history.size(), violations.size());
        assertThat(violations).isEmpty();
      }
    }
  }

  private static List<ReleaseSeries> killedThroughout(
      RealControlPlane plane, KubernetesClient client, Lives lives) {
    var all = new ArrayList<ReleaseSeries>();
    for (var name : List.of("anise", "basil", "cumin")) {
      var shop = new Storefront(client, plane.newNamespace(name), name);
      shop.createTarget();
      shop.createCanary();
      all.add(new ReleaseSeries(shop));
    }
    while (lives.kills() < KILLS) {
      lives.liveAndDie(() -> all.forEach(ReleaseSeries::goOn));
    }
    all.forEach(ReleaseSeries::stopSoon);
    try (var last = lives.start()) {
      Eventually.await(
          PATIENCE,
          () -> "the end of all releases: " + last.output(),
          () -> {
            all.forEach(ReleaseSeries::goOn);
            return all.stream().allMatch(ReleaseSeries::isThrough);
          });
    }
    return all;
  }

  private static Set<String> namespaces(List<ReleaseSeries> all) {
    return all.stream().map(series -> series.shop().namespace()).collect(Collectors.toSet());
  }

  private static int runs(List<ReleaseSeries> all) {
    return all.stream().mapToInt(ReleaseSeries::runs).sum();
  }

  /** One operator after the other. */
  private static final class Lives {
    private final RealControlPlane plane;
    private final LiveMetrics metrics;
    private final Path folder;
    private final SplittableRandom random;
    private int started;
    private int killed;

    Lives(RealControlPlane plane, LiveMetrics metrics, Path folder, SplittableRandom random) {
      this.plane = plane;
      this.metrics = metrics;
      this.folder = folder;
      this.random = random;
    }

    int kills() {
      return killed;
    }

    RunningOperator start() {
      return RunningOperator.start(
          plane,
          folder.resolve("operator-" + ++started + ".log"),
          List.of("--metrics-server=" + metrics.address(), "--speed=10", "--log-level=info"));
    }

    /** The moment of death counts from when it began to work. */
    void liveAndDie(Runnable meanwhile) {
      try (var operator = start()) {
        Eventually.await(
            PATIENCE,
            () -> "it is ready: " + operator.output(),
            () -> operator.output().contains("ready in"));
        var end =
            System.nanoTime() + Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)).toNanos();
        Eventually.await(
            PATIENCE,
            () -> "its end",
            () -> {
              meanwhile.run();
              return System.nanoTime() - end >= 0;
            });
        assertThat(operator.isAlive()).as(operator.output()).isTrue();
        operator.kill();
        killed++;
      }
    }
  }
}
