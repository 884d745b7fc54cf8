package io.burgee.operator.canary;

import io.burgee.api.BurgeeTakeover;
import io.burgee.api.Canary;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Stage;
import io.burgee.kube.Applier;
import io.burgee.kube.Caches;
import io.burgee.kube.Kind;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.Stalled;
import io.burgee.kube.StatusWriter;
import io.burgee.kube.Transient;
import io.burgee.kube.WriteLog;
import io.burgee.operator.workload.DeploymentWorkload;
import io.burgee.operator.workload.Identity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes Canaries at rest Flagger's again: what only this program knows is taken off, and the status
 * says what Flagger would have said, or nothing, which it takes for a Canary to initialise.
 */
public final class Handback {
  private static final String OURS = "burgee.io/";
  private static final String LEASE = "burgee-leader-election";

  private final KubernetesClient client;
  private final Settings settings;
  private final Clock clock;

  public Handback(KubernetesClient client, Settings settings, Clock clock) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What became of one Canary.
   *
   * @param done in words; empty if it was refused
   * @param refused why nothing was done; empty if it was
   */
  public record Row(String namespace, String name, String done, String refused) {}

  /** Who seems to work on Canaries as this program still; empty if nobody does. */
  public Optional<String> stillRunning(String leaseNamespace) {
    var lease = client.resources(Lease.class).inNamespace(leaseNamespace).withName(LEASE).get();
    if (lease != null && isHeld(lease)) {
      return Optional.of(
          "the lease %s/%s is held by %s"
              .formatted(leaseNamespace, LEASE, lease.getSpec().getHolderIdentity()));
    }
    return Controllers.running(client, "burgee").stream()
        .findFirst()
        .map(name -> "the Deployment " + name + " runs it");
  }

  private boolean isHeld(Lease lease) {
    var spec = lease.getSpec();
    var holder = Objects.requireNonNullElse(spec.getHolderIdentity(), "");
    var seconds = Objects.requireNonNullElse(spec.getLeaseDurationSeconds(), 60);
    return !holder.isEmpty()
        && spec.getRenewTime() != null
        && spec.getRenewTime()
            .toInstant()
            .plus(Duration.ofSeconds(seconds))
            .isAfter(clock.instant());
  }

  /**
   * Hands them back, one after the other.
   *
   * @param names which; all if there are none
   * @param dryRun only say what would be done
   */
  public List<Row> run(String namespace, List<String> names, boolean dryRun)
      throws InterruptedException {
    try (var inspection = new Inspection(client, settings, Optional.of(namespace), WriteLog.NONE)) {
      inspection.fill();
      var rows = new ArrayList<Row>();
      for (var canary : inspection.canaries.list(namespace)) {
        var name = canary.getMetadata().getName();
        if (names.isEmpty() || names.contains(name)) {
          rows.add(row(inspection, canary, dryRun));
        }
      }
      names.stream()
          .filter(name -> rows.stream().noneMatch(row -> row.name().equals(name)))
          .forEach(name -> rows.add(new Row(namespace, name, "", "there is no such Canary")));
      return rows;
    }
  }

  private Row row(Inspection inspection, Canary canary, boolean dryRun)
      throws InterruptedException {
    var metadata = canary.getMetadata();
    var refused = refusal(canary);
    if (refused.isPresent()) {
      return new Row(metadata.getNamespace(), metadata.getName(), "", refused.get());
    }
    try {
      var release = inspection.read(canary);
      var done = dryRun ? plan(canary) : hand(inspection, release, canary);
      return new Row(metadata.getNamespace(), metadata.getName(), done, "");
    } catch (Invalid | Stalled | Transient e) {
      return new Row(
          metadata.getNamespace(),
          metadata.getName(),
          "",
          Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  private static Optional<String> refusal(Canary canary) {
    var burgee = canary.getStatus() == null ? null : canary.getStatus().getBurgee();
    if (burgee == null) {
      return Optional.of("its status holds nothing of Burgee's");
    }
    if (Finalizer.isGoing(canary)) {
      return Optional.of("it is being deleted");
    }
    return Objects.equals(ProgressCodec.text(Stage.AT_REST), burgee.getStage())
        ? Optional.empty()
        : Optional.of(
            "it is not at rest but in stage "
                + burgee.getStage()
                + ": wait, or end its run (burgee abort)");
  }

  private static String plan(Canary canary) {
    return (isFlaggersStill(canary)
            ? "the status is as Flagger left it"
            : "the status is cleared: Flagger initialises the Canary anew, with what is there")
        + (canary.getSpec().getBurgee() == null ? "" : "; spec.burgee is removed");
  }

  private String hand(Inspection inspection, Release release, Canary canary) {
    var plan = plan(canary);
    var applier = inspection.applier;
    var identity = release.identity();
    Predicate<String> ours = key -> key.startsWith(OURS);
    for (var object : inspection.predecessor.objects(release)) {
      applier.strip(object.kind(), object.name(), ours, "");
      applier.hand(object.kind(), object.name(), Predecessor.BURGEE, Predecessor.FLAGGER);
    }
    applier.strip(DeploymentWorkload.KIND, identity.primaryName(), ours, "");
    stripConfigs(inspection, identity, Caches.CONFIG_MAPS);
    stripConfigs(inspection, identity, Caches.SECRETS);
    inspection.snapshots.keepOnly(identity, Set.of());
    applier.strip(Inspection.CANARIES, NamespacedName.of(canary), ours, "burgee");
    forget(inspection, canary);
    return plan;
  }

  private static <T extends HasMetadata> void stripConfigs(
      Inspection inspection, Identity identity, Kind<T> kind) {
    for (var config : inspection.caches.of(kind).list(identity.namespace())) {
      var annotations = config.getMetadata().getAnnotations();
      var owners = config.getMetadata().getOwnerReferences();
      if (annotations != null
          && annotations.containsKey(Applier.WANTED)
          && owners != null
          && owners.stream().anyMatch(owner -> identity.uid().equals(owner.getUid()))) {
        inspection.applier.strip(kind, NamespacedName.of(config), key -> key.startsWith(OURS), "");
      }
    }
  }

  /** Last of all: until then it can be tried again. */
  private void forget(Inspection inspection, Canary canary) {
    var stored =
        inspection
            .applier
            .read(Inspection.CANARIES, NamespacedName.of(canary))
            .orElseThrow(() -> new Transient("the Canary came and went"));
    if (isFlaggersStill(canary)) {
      stored.getStatus().setBurgee(null);
      CanaryConditions.stalled(stored.getStatus(), Optional.empty(), clock.instant());
    } else {
      stored.setStatus(new CanaryStatus());
    }
    new StatusWriter<>(client, inspection.canaries, WriteLog.NONE).write(stored, written -> true);
  }

  /** Whether the revisions that Flagger named are those in force. */
  private static boolean isFlaggersStill(Canary canary) {
    var burgee = Objects.requireNonNull(canary.getStatus().getBurgee());
    var known = Objects.requireNonNullElseGet(burgee.getTakenOver(), BurgeeTakeover::new);
    return known.getLastAppliedSpec() != null
        && known.getLastPromotedSpec() != null
        && Objects.equals(known.getSeen(), burgee.getSeen())
        && Objects.equals(known.getPromoted(), burgee.getPromoted());
  }
}
