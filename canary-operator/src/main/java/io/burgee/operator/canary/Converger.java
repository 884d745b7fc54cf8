package io.burgee.operator.canary;

import io.burgee.core.Aim;
import io.burgee.core.Guard;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import io.burgee.core.Side;
import io.burgee.core.Stage;
import io.burgee.core.Want;
import io.burgee.kube.Applier;
import io.burgee.kube.Stalled;
import io.burgee.operator.workload.Blueprint;
import io.burgee.operator.workload.ConfigCopies;
import io.burgee.operator.workload.ConfigNames;
import io.burgee.operator.workload.PrimaryScaler;
import io.burgee.operator.workload.Services;
import io.burgee.operator.workload.Snapshot;
import io.burgee.operator.workload.Snapshots;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * Makes the cluster what the intent asks for, in the aim's order and only where it differs. Every
 * write besides the status is in here; all of them are safe to repeat.
 */
final class Converger {
  private final Applier applier;
  private final Snapshots snapshots;
  private final Services services;
  private final ConfigCopies configs;
  private final PrimaryScaler scaler;

  Converger(
      Applier applier,
      Snapshots snapshots,
      Services services,
      ConfigCopies configs,
      PrimaryScaler scaler) {
    this.applier = applier;
    this.snapshots = snapshots;
    this.services = services;
    this.configs = configs;
    this.scaler = scaler;
  }

  /**
   * One Canary's intent beside what was seen of it.
   *
   * @param applier fenced by that
   */
  private record Scene(Applier applier, Release release, Progress progress, Observation seen) {}

  /** Stores the snapshots that {@code next} refers to, before it is recorded. */
  void keepSnapshots(Release release, Progress next, Observation seen) {
    seen.target()
        .filter(
            target ->
                next.revisions().promoted().filter(target.revision()::equals).isPresent()
                    || next.revisions().candidate().filter(target.revision()::equals).isPresent())
        .ifPresent(target -> snapshots.keep(release.identity(), target, serving(seen)));
  }

  private static int serving(Observation seen) {
    var primary = seen.facts().primary().desired();
    return primary > 0 ? primary : seen.facts().canary().desired();
  }

  /**
   * Brings about what is wanted and not held back.
   *
   * @return whether anything was written
   */
  boolean converge(Release release, Progress progress, Observation seen) {
    var scene = new Scene(applier.fencedBy(seen.objects()), release, progress, seen);
    var wrote = false;
    for (var want : Aim.of(release.plan(), progress).wants()) {
      if (Guard.holds(want, progress, seen.facts()).isEmpty()) {
        wrote |= bring(want, scene);
      }
    }
    return progress.stage() == Stage.AT_REST ? tidy(scene) || wrote : wrote;
  }

  /** Takes away the routes of a Canary that gave the traffic back. */
  void drop(Release release, Observation seen) {
    Reversion.drop(applier, release, seen);
  }

  private boolean bring(Want want, Scene scene) {
    var release = scene.release();
    var identity = release.identity();
    return switch (want) {
      case Want.SideServices() -> bringSides(scene);
      case Want.ApexOnPrimary() ->
          services.bringApex(
              scene.applier(), identity, release.service(), shape(scene).blueprint());
      case Want.PrimaryRuns(var revision) -> bringPrimary(scene, revision);
      case Want.PrimaryScaler(var refreshed) ->
          scaler.bring(scene.applier(), identity, release.autoscaler().orElseThrow(), refreshed);
      case Want.ScaledUp(var side) -> scaleUp(scene, side);
      case Want.ScaledToZero() ->
          scene.seen().targetLive().isPresent()
              && release.workload().scale(scene.applier(), identity.targetName(), 0);
      case Want.ApexOnTarget() ->
          services.returnApex(scene.applier(), identity, release.service(), last(scene));
      case Want.RoutesReverted() -> Reversion.routes(scene.applier(), release, scene.seen());
      case Want.Routes(var traffic) -> bringRoutes(scene, traffic);
    };
  }

  /** Before the primary is ready, routes to it may still serve the target that was there before. */
  private boolean bringSides(Scene scene) {
    var live = scene.seen().services();
    var mayBeInUse = live.primary().isPresent() && live.canary().isPresent();
    return !(scene.progress().stage() == Stage.PREPARING && mayBeInUse)
        && services.bringSides(
            scene.applier(),
            scene.release().identity(),
            scene.release().service(),
            shape(scene).blueprint());
  }

  private boolean bringRoutes(Scene scene, io.burgee.core.Traffic traffic) {
    var release = scene.release();
    var wrote = false;
    for (var object :
        release.router().render(release.route().with(traffic), scene.seen().routes())) {
      wrote |= scene.applier().adopt(object).wrote();
    }
    return wrote;
  }

  private boolean bringPrimary(Scene scene, Revision revision) {
    var release = scene.release();
    var snapshot = stored(scene, revision);
    var wrote = configs.bring(scene.applier(), release.identity(), snapshot);
    var primary =
        release
            .workload()
            .primary(
                release.identity(),
                snapshot,
                ConfigNames.suffixing(snapshot.configs().keySet()),
                initialReplicas(scene));
    return scene.applier().replace(primary).wrote() || wrote;
  }

  /**
   * The target's, or while it has none as many as there were, and as many as its autoscaler begins
   * with at least.
   */
  private int initialReplicas(Scene scene) {
    var asked = scene.seen().facts().canary().desired();
    if (asked > 0) {
      return asked;
    }
    var release = scene.release();
    var least = release.autoscaler().map(ref -> scaler.minimum(release.identity(), ref)).orElse(1);
    var before =
        scene.progress().revisions().promoted().map(r -> snapshots.replicas(release.identity(), r));
    return Math.max(least, before.orElse(1));
  }

  private boolean scaleUp(Scene scene, Side side) {
    var facts = scene.seen().facts();
    var identity = scene.release().identity();
    var workload = scene.release().workload();
    return switch (side) {
      case PRIMARY ->
          scene.seen().primaryLive().isPresent()
              && facts.primary().desired() == 0
              && workload.scale(scene.applier(), identity.primaryName(), initialReplicas(scene));
      case CANARY ->
          scene.seen().targetLive().isPresent()
              && facts.canary().desired() == 0
              && workload.scale(scene.applier(), identity.targetName(), replicasOfCanary(scene));
    };
  }

  /**
   * As many as its autoscaler begins with, else as the primary has. One that is to take all traffic
   * back begins with those.
   */
  private int replicasOfCanary(Scene scene) {
    return scene
        .release()
        .autoscaler()
        .filter(ref -> scene.progress().stage() != Stage.TERMINATING)
        .map(ref -> scaler.minimum(scene.release().identity(), ref))
        .orElseGet(() -> Math.max(1, scene.seen().facts().primary().desired()));
  }

  /** Snapshots and configuration that no way back needs any more. */
  private boolean tidy(Scene scene) {
    var identity = scene.release().identity();
    var revisions = scene.progress().revisions();
    var needed = new LinkedHashSet<Revision>();
    revisions.promoted().ifPresent(needed::add);
    revisions.candidate().ifPresent(needed::add);
    var wrote = snapshots.keepOnly(identity, needed);
    return configs.forget(scene.applier(), identity, shape(scene)) || wrote;
  }

  /** What names the pods: the promoted snapshot. */
  private Snapshot shape(Scene scene) {
    return stored(scene, scene.progress().revisions().promoted().orElseThrow());
  }

  /** What tells the pods apart, even if no snapshot is left. */
  private Blueprint last(Scene scene) {
    var promoted = scene.progress().revisions().promoted();
    return promoted
        .flatMap(revision -> snapshots.find(scene.release().identity(), revision))
        .or(() -> scene.seen().target())
        .map(Snapshot::blueprint)
        .orElseThrow(
            () ->
                new Stalled(
                    "the snapshots of "
                        + scene.release().identity().target()
                        + " are gone and it can't be read, so its Service can't be given back"));
  }

  private Snapshot stored(Scene scene, Revision revision) {
    var identity = scene.release().identity();
    return snapshots
        .find(identity, revision)
        .or(() -> again(scene, revision))
        .orElseThrow(
            () ->
                new Stalled(
                    "the snapshot of revision "
                        + revision
                        + " of "
                        + identity.target()
                        + "."
                        + identity.namespace()
                        + " is gone, so nothing can be made from it: apply that revision to the"
                        + " target again"));
  }

  /** A snapshot that someone deleted is taken again while the target still is at its revision. */
  private Optional<Snapshot> again(Scene scene, Revision revision) {
    var target = scene.seen().target().filter(t -> t.revision().equals(revision));
    target.ifPresent(t -> snapshots.keep(scene.release().identity(), t, serving(scene.seen())));
    return target;
  }
}
