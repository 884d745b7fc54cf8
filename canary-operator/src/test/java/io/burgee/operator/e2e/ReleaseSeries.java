package io.burgee.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Version after version of one workload, a bad one after each good one, each to its end. */
final class ReleaseSeries {
  private final Storefront shop;
  private final List<String> ended = new ArrayList<>();
  private int runs;
  private int last = Integer.MAX_VALUE;

  ReleaseSeries(Storefront shop) {
    this.shop = shop;
  }

  Storefront shop() {
    return shop;
  }

  int runs() {
    return runs;
  }

  /** Releases the next version if the last one is through and another one is to come. */
  void goOn() {
    if (isBusy()) {
      return;
    }
    if (ended.size() < runs) {
      ended.add(shop.phase() + " " + shop.image("-primary"));
    }
    if (runs < last) {
      shop.release(version(++runs));
    }
  }

  /** From now on only one good and one bad version more are begun. */
  void stopSoon() {
    last = runs + 2 + runs % 2;
  }

  /** Whether {@link #stopSoon} was called and all that was begun has ended. */
  boolean isThrough() {
    return ended.size() == last;
  }

  private boolean isBusy() {
    return runs == 0 ? !shop.phase().equals("Initialized") : !shop.hasEnded(runs);
  }

  /** Every run ended as its version deserves, and nothing is left over. */
  void check() {
    for (int run = 1; run <= runs; run++) {
      assertThat(ended.get(run - 1))
          .as("run %d of %s", run, shop.fullName())
          .isEqualTo(wanted(run));
    }
    assertThat(shop.image("-primary")).endsWith(":" + version(runs - 1));
    assertThat(shop.replicas("-primary")).isEqualTo(2);
    assertThat(shop.replicas("")).isZero();
    assertThat(shop.status().getCanaryWeight()).isZero();
    assertThat(shop.count("Scaling up")).as("each happening is told once").isEqualTo(runs);
    assertThat(shop.count("Promotion completed!")).isEqualTo(runs / 2);
    assertThat(shop.count("Rolling back")).isEqualTo(runs / 2);
    assertThat(shop.snapshots()).isBetween(1, 2);
  }

  private static String wanted(int run) {
    var good = run % 2 == 1;
    return (good ? "Succeeded" : "Failed")
        + " registry.example.com/storefront:"
        + version(good ? run : run - 1);
  }

  private static String version(int run) {
    return "1." + run + ".0" + (run % 2 == 0 ? "-bad" : "");
  }
}
