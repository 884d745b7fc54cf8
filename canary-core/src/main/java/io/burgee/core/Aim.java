package io.burgee.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must be so in the cluster for a given intent, in the order in which it is brought about.
 * After every prefix of it the destinations of all routes exist.
 */
public record Aim(List<Want> wants) {

  /** What {@code progress} asks for. Equal input gives equal aims. */
  public static Aim of(Plan plan, Progress progress) {
    return switch (progress.stage()) {
      case NEW, TERMINATED -> new Aim(List.of());
      case TERMINATING -> new Aim(List.of(new Want.ScaledUp(Side.CANARY)));
      case REVERTING -> new Aim(List.of(new Want.ApexOnTarget(), new Want.RoutesReverted()));
      default -> ofRelease(plan, progress);
    };
  }

  private static Aim ofRelease(Plan plan, Progress progress) {
    var wants = new ArrayList<Want>();
    if (leavesFirst(progress.stage())) {
      wants.add(new Want.Routes(progress.traffic()));
    }
    wants.add(new Want.SideServices());
    intendedPrimary(progress).map(Want.PrimaryRuns::new).ifPresent(wants::add);
    if (plan.autoscaled()) {
      wants.add(new Want.PrimaryScaler(progress.stage() == Stage.PROMOTING));
    }
    switch (progress.stage()) {
      case PREPARING -> wants.add(new Want.ScaledUp(Side.PRIMARY));
      case STARTING -> wants.add(new Want.ScaledUp(Side.CANARY));
      default -> {}
    }
    if (progress.stage() != Stage.PREPARING) {
      wants.add(new Want.ApexOnPrimary());
      if (!leavesFirst(progress.stage())) {
        wants.add(new Want.Routes(progress.traffic()));
      }
    }
    if (progress.stage() == Stage.SCALING_DOWN) {
      wants.add(new Want.ScaledToZero());
    }
    return new Aim(List.copyOf(wants));
  }

  /** Whether traffic must get away from a side whatever becomes of the rest; its routes exist. */
  private static boolean leavesFirst(Stage stage) {
    return stage == Stage.ROLLING_BACK || stage == Stage.RESTARTING || stage == Stage.RESCUING;
  }

  /** The revision that the primary is to run. */
  static Optional<Revision> intendedPrimary(Progress progress) {
    var revisions = progress.revisions();
    return progress.stage().promotes() ? revisions.candidate() : revisions.promoted();
  }
}
