package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Answers;
import io.burgee.core.Facts;
import io.burgee.core.Progress;
import io.burgee.core.Revision;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.operator.workload.Blueprint;
import io.burgee.operator.workload.Services;
import io.burgee.operator.workload.Snapshot;
import io.burgee.operator.workload.Snapshots;
import io.burgee.operator.workload.Targets;
import io.burgee.operator.workload.Unreadable;
import io.burgee.operator.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees what a reconcile decides on. Every read is in here, and all of them are from caches. */
final class Observer {
  private static final Facts.Workload ABSENT =
      new Facts.Workload(Optional.empty(), new Facts.Readiness.Waiting("it does not exist"), 0, 0);

  private final Targets targets;
  private final Snapshots snapshots;
  private final Services services;
  private final RouteObjects routes;

  Observer(Targets targets, Snapshots snapshots, Services services, RouteObjects routes) {
    this.targets = targets;
    this.snapshots = snapshots;
    this.services = services;
    this.routes = routes;
  }

  /**
   * Looks at everything once.
   *
   * @param canary for what users ask of it besides its spec
   */
  Observation observe(Canary canary, Release release, Progress progress) {
    return observe(canary, release, progress, stored(release, progress.revisions().promoted()));
  }

  /**
   * The same with a promoted snapshot that need not be stored.
   *
   * @param promoted as in {@code progress}
   */
  Observation observe(
      Canary canary, Release release, Progress progress, Optional<Snapshot> promoted) {
    var identity = release.identity();
    var workload = release.workload();
    var target = workload.find(identity.targetName());
    var primary = workload.find(identity.primaryName());
    var candidate = stored(release, progress.revisions().candidate());
    var reading = read(release, target, known(candidate, promoted));
    var fetched = routes.fetch(release.router().reads(release.route()));
    var apex = services.find(identity);
    var shape = promoted.or(reading::snapshot).map(Snapshot::blueprint);
    var facts =
        new Facts(
            reading.asFact(),
            primary.map(live -> primaryFact(live, release.primaryReady())).orElse(ABSENT),
            canaryFact(target, reading, release.canaryReady()),
            routing(release, shape, apex, fetched),
            candidate.map(c -> targets.isIntact(identity.namespace(), c)).orElse(true),
            VerbAnnotations.of(canary),
            Finalizer.holdsBack(canary),
            Answers.NONE);
    return new Observation(facts, reading.snapshot(), target, primary, apex, fetched);
  }

  /** The target's revision, or why there is none. */
  private record Reading(Optional<Snapshot> snapshot, boolean gone, String why) {
    Facts.Target asFact() {
      if (gone) {
        return new Facts.Target.Gone(why);
      }
      return snapshot
          .<Facts.Target>map(s -> new Facts.Target.At(s.revision()))
          .orElseGet(() -> new Facts.Target.Unreadable(why));
    }
  }

  private Reading read(Release release, Optional<Workload.Live> target, List<Snapshot> known) {
    var identity = release.identity();
    if (target.isEmpty()) {
      return new Reading(
          Optional.empty(),
          true,
          "%s %s.%s not found".formatted(identity.kind(), identity.target(), identity.namespace()));
    }
    try {
      return new Reading(
          Optional.of(targets.read(identity, release.workload(), target.get(), known)), false, "");
    } catch (Unreadable e) {
      return new Reading(Optional.empty(), false, String.valueOf(e.getMessage()));
    }
  }

  private static List<Snapshot> known(Optional<Snapshot> candidate, Optional<Snapshot> promoted) {
    return Stream.concat(promoted.stream(), candidate.stream()).toList();
  }

  private Optional<Snapshot> stored(Release release, Optional<Revision> revision) {
    return revision.flatMap(r -> snapshots.find(release.identity(), r));
  }

  private static Facts.Workload primaryFact(Workload.Live live, int percent) {
    return new Facts.Workload(
        live.revision().map(Revision::new),
        live.rollout().at(percent),
        live.desired(),
        live.available());
  }

  private static Facts.Workload canaryFact(
      Optional<Workload.Live> target, Reading reading, int percent) {
    if (target.isEmpty()) {
      return ABSENT;
    }
    var live = target.get();
    return new Facts.Workload(
        reading.snapshot().map(Snapshot::revision),
        reading.snapshot().isEmpty()
            ? new Facts.Readiness.Waiting(reading.why())
            : live.rollout().at(percent),
        live.desired(),
        live.available());
  }

  private static Facts.Routing routing(
      Release release,
      Optional<Blueprint> shape,
      Services.Live services,
      io.burgee.mesh.Snapshot fetched) {
    var complete = shape.filter(services::isComplete).isPresent();
    var returned = shape.filter(services::isReturned).isPresent();
    var reverted = returned && release.router().reverted(release.route(), fetched);
    if (!release.plan().routed()) {
      // Without a mesh the Service is the route.
      var traffic = complete ? Traffic.NONE : Traffic.of(Weight.ALL);
      return new Facts.Routing(complete, Optional.of(traffic), reverted);
    }
    var live = release.router().live(release.route(), fetched);
    return new Facts.Routing(
        complete && live.isPresent() && live.get().intact(), live.map(l -> l.traffic()), reverted);
  }
}
