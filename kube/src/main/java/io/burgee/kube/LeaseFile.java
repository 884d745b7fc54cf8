package io.burgee.kube;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Lease object that {@link Leadership} is about. Each method is one request, at times two. */
final class LeaseFile {
  private static final Kind<Lease> LEASES = Kind.of(Lease.class);

  private final KubernetesClient client;
  private final NamespacedName name;
  private final String identity;
  private final Duration duration;

  /** As last seen or written, and since when it is so by our clock. */
  private @Nullable Lease known;

  private long knownSince;

  LeaseFile(KubernetesClient client, NamespacedName name, String identity, Duration duration) {
    this.client = client;
    this.name = name;
    this.identity = identity;
    this.duration = duration;
  }

  String identity() {
    return identity;
  }

  /** Takes the Lease if it is free, ours or has run out. */
  synchronized boolean take() {
    var found = read();
    if (found == null) {
      return create();
    }
    if (known == null || !version(found).equals(version(known))) {
      known = found;
      knownSince = System.nanoTime();
    }
    var holder = Objects.requireNonNullElse(found.getSpec().getHolderIdentity(), "");
    return (holder.isEmpty() || holder.equals(identity) || hasRunOut(found))
        && write(found, holder);
  }

  /** Renews what we hold; false if somebody else holds it now. */
  synchronized boolean renew() {
    var held = Objects.requireNonNull(known, "renew comes after take");
    if (write(held, identity)) {
      return true;
    }
    var found = read();
    return found != null
        && identity.equals(found.getSpec().getHolderIdentity())
        && write(found, identity);
  }

  synchronized void release() {
    var held = known;
    if (held != null) {
      var ignored =
          put(
              new LeaseBuilder(held)
                  .editSpec()
                  .withHolderIdentity("")
                  .withLeaseDurationSeconds(1)
                  .withRenewTime(now())
                  .endSpec()
                  .build());
    }
  }

  private boolean hasRunOut(Lease found) {
    var seconds = Objects.requireNonNullElse(found.getSpec().getLeaseDurationSeconds(), 0);
    var silent = System.nanoTime() - knownSince;
    return silent > Math.max(Duration.ofSeconds(seconds).toNanos(), duration.toNanos());
  }

  private boolean write(Lease found, String holder) {
    var ours = holder.equals(identity);
    var spec = found.getSpec();
    var transitions = Objects.requireNonNullElse(spec.getLeaseTransitions(), 0);
    return put(
        new LeaseBuilder(found)
            .editSpec()
            .withHolderIdentity(identity)
            .withLeaseDurationSeconds(seconds())
            .withAcquireTime(ours ? spec.getAcquireTime() : now())
            .withRenewTime(now())
            .withLeaseTransitions(ours ? transitions : transitions + 1)
            .endSpec()
            .build());
  }

  /** False on a conflict. */
  private boolean put(Lease lease) {
    try {
      known = LEASES.resource(client, lease).update();
      knownSince = System.nanoTime();
      return true;
    } catch (KubernetesClientException e) {
      if (ApiErrors.isConflict(e)) {
        return false;
      }
      throw ApiErrors.map(e, "write " + LEASES.describe(name), LEASES);
    }
  }

  private boolean create() {
    var lease =
        new LeaseBuilder()
            .withNewMetadata()
            .withNamespace(name.namespace())
            .withName(name.name())
            .endMetadata()
            .withNewSpec()
            .withHolderIdentity(identity)
            .withLeaseDurationSeconds(seconds())
            .withAcquireTime(now())
            .withRenewTime(now())
            .withLeaseTransitions(0)
            .endSpec()
            .build();
    try {
      known = LEASES.resource(client, lease).create();
      knownSince = System.nanoTime();
      return true;
    } catch (KubernetesClientException e) {
      if (ApiErrors.isConflict(e)) {
        return false;
      }
      throw ApiErrors.map(e, "create " + LEASES.describe(name), LEASES);
    }
  }

  private @Nullable Lease read() {
    try {
      return LEASES.resource(client, name).get();
    } catch (KubernetesClientException e) {
      throw ApiErrors.map(e, "read " + LEASES.describe(name), LEASES);
    }
  }

  private int seconds() {
    return Math.max(1, Math.toIntExact(duration.toSeconds()));
  }

  private static String version(Lease lease) {
    return lease.getMetadata().getResourceVersion();
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }
}
