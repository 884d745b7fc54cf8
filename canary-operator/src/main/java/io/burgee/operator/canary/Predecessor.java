package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.kube.Applier;
import io.burgee.kube.FieldOwners.Manager;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.operator.workload.Identity;
import io.burgee.operator.workload.PrimaryScaler;
import io.burgee.operator.workload.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Flagger that worked on a Canary before: whether it still does, and what it leaves. */
final class Predecessor {
  /** As Kubernetes calls it, after its program's name. */
  static final Manager FLAGGER = new Manager("flagger", "Update");

  static final Manager BURGEE = new Manager(Applier.MANAGER, "Apply");

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Kind<Canary> canaries;
  private final Applier applier;
  private final RouteObjects routes;
  private final Duration quiet;

  /**
   * Knows one cluster's.
   *
   * @param speed divides the time for which it must have been quiet
   */
  Predecessor(Kind<Canary> canaries, Applier applier, RouteObjects routes, double speed) {
    this.canaries = canaries;
    this.applier = applier;
    this.routes = routes;
    this.quiet = Duration.ofNanos(Math.round(QUIET.toNanos() / speed));
  }

  /** Whether the status is another controller's: it has a phase, and no intent of ours. */
  static boolean isOn(Canary canary) {
    var status = canary.getStatus();
    return status != null
        && status.getPhase() != null
        && !status.getPhase().isEmpty()
        && (status.getBurgee() == null || status.getBurgee().getStage() == null);
  }

  /** Until when to wait whether it writes again; empty when it was quiet for long enough. */
  Optional<Instant> busyUntil(Canary canary, Instant now) {
    var live = applier.read(canaries, NamespacedName.of(canary));
    return live.stream()
        .flatMap(
            c -> Stream.ofNullable(c.getMetadata().getManagedFields()).flatMap(f -> f.stream()))
        .filter(entry -> FLAGGER.name().equals(entry.getManager()))
        .filter(entry -> "status".equals(entry.getSubresource()))
        .flatMap(entry -> Stream.ofNullable(entry.getTime()))
        .map(time -> OffsetDateTime.parse(time).toInstant().plus(quiet))
        .max(Comparator.naturalOrder())
        .filter(end -> end.isAfter(now));
  }

  /** Takes its fields over where an apply would only share them; what they say stays. */
  void inherit(Release release) {
    objects(release).forEach(object -> applier.hand(object.kind(), object.name(), FLAGGER, BURGEE));
  }

  /** One object by kind and name. */
  record Named(Kind<?> kind, NamespacedName name) {}

  /** What is brought about by applies: of the rest every write is the whole. */
  List<Named> objects(Release release) {
    var identity = release.identity();
    var found = new ArrayList<Named>();
    for (var suffix : List.of("", "-primary", "-canary")) {
      found.add(named(Services.KIND, identity, identity.apex() + suffix));
    }
    release
        .autoscaler()
        .map(ref -> Objects.requireNonNull(ref.getName()) + "-primary")
        .ifPresent(name -> found.add(named(PrimaryScaler.KIND, identity, name)));
    release.router().reads(release.route()).stream()
        .map(ref -> new Named(routes.kind(ref), NamespacedName.of(ref.namespace(), ref.name())))
        .forEach(found::add);
    return found;
  }

  private static Named named(Kind<?> kind, Identity identity, String name) {
    return new Named(kind, NamespacedName.of(identity.namespace(), name));
  }
}
