package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.api.BurgeeNotice;
import io.burgee.api.BurgeeStatus;
import io.burgee.api.Canary;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Notice;
import io.burgee.core.Progress;
import io.burgee.core.Report;
import io.burgee.kube.Stalled;
import io.burgee.kube.StatusWriter;
import io.burgee.mesh.Affinity;
import io.burgee.operator.workload.Identity;
import io.burgee.operator.workload.Snapshot;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one place where a Canary's status is set: what is intended, what is to be told, and Flagger's
 * own fields as they were read back.
 */
final class Recorder {
  /** A status has to fit into its object: where nothing can be told for long, the oldest go. */
  private static final int MOST_NOTICES = 100;

  private final StatusWriter<Canary> writer;
  private final Specs specs;
  private final KubernetesSerialization json;

  Recorder(StatusWriter<Canary> writer, Specs specs, KubernetesSerialization json) {
    this.writer = writer;
    this.specs = specs;
    this.json = json;
  }

  /**
   * What to write.
   *
   * @param waitingFor what keeps the Canary from going on, where that is not the progress' reason
   * @param notices new ones, for the outbox
   * @param target as observed, for the configurations it refers to
   * @param identity of the Canary that the run is about
   * @param affinity of clients, whose cookies the status remembers
   * @param spec to keep in case the present one becomes invalid
   * @param deferred which edits count only after the run
   */
  record Entry(
      Progress progress,
      Report report,
      Optional<String> waitingFor,
      List<Notice> notices,
      Optional<Snapshot> target,
      Identity identity,
      Optional<Affinity> affinity,
      Optional<JsonNode> spec,
      Optional<String> deferred) {}

  /** Writes it, whatever the status holds. Delivered notices are dropped from the outbox. */
  Canary record(Canary canary, Entry entry, Outbox.Delivered delivered, Instant now) {
    var changed = copy(claimed(canary));
    var status = changed.getStatus();
    var burgee = Objects.requireNonNullElseGet(status.getBurgee(), BurgeeStatus::new);
    var before = ProgressCodec.read(burgee, now);
    Shown.of(entry, status).writeTo(status);
    CanaryConditions.set(status, entry.report().phase(), entry.identity().kind(), now);
    burgee.setWaitingFor(entry.waitingFor().orElse(null));
    burgee.setTarget(target(entry));
    burgee.setSpec(entry.spec().orElse(null));
    burgee.setDeferred(entry.deferred().orElse(null));
    burgee.setRuns(Runs.of(burgee, before, entry.progress(), now));
    burgee.setOutbox(outbox(burgee, entry, delivered, now));
    ProgressCodec.write(entry.progress(), burgee, now);
    VerbAnswers.note(burgee, before, entry);
    status.setBurgee(burgee);
    status.setLastTransitionTime(now.truncatedTo(ChronoUnit.SECONDS));
    return write(changed);
  }

  /**
   * Finds out whether the cluster keeps what is recorded before anything else is written: a status
   * that has Flagger's fields only is another controller's.
   */
  private Canary claimed(Canary canary) {
    if (canary.getStatus() != null && canary.getStatus().getBurgee() != null) {
      return canary;
    }
    var burgee = new BurgeeStatus();
    burgee.setRun(0);
    return claim(canary, burgee);
  }

  /** Sets {@code status.burgee}, and nothing else. */
  Canary claim(Canary canary, BurgeeStatus burgee) {
    var changed = copy(canary);
    changed.getStatus().setBurgee(burgee);
    return write(changed);
  }

  /** Whether people would read something else than what is. */
  boolean isOutdated(Canary canary, Entry entry) {
    var status = canary.getStatus();
    var burgee = status == null ? null : status.getBurgee();
    return burgee == null
        || !Objects.equals(burgee.getWaitingFor(), entry.waitingFor().orElse(null))
        || !Objects.equals(burgee.getDeferred(), entry.deferred().orElse(null))
        || !Objects.equals(burgee.getTarget(), target(entry))
        || !specs.recordedTree(canary).equals(entry.spec())
        || !Shown.in(status).equals(Shown.of(entry, status))
        || !CanaryConditions.show(status, entry.report().phase(), entry.identity().kind());
  }

  /** Says on the object that it can't go on, and why; or that it can again. */
  Canary stall(Canary canary, Optional<String> why, Instant now) {
    var changed = copy(canary);
    if (!CanaryConditions.stalled(changed.getStatus(), why, now)) {
      return canary;
    }
    return write(changed);
  }

  private Canary write(Canary changed) {
    var burgee = changed.getStatus().getBurgee();
    var result =
        writer.write(
            changed,
            stored ->
                burgee == null
                    || (stored.getStatus() != null && stored.getStatus().getBurgee() != null));
    if (!result.kept()) {
      throw new Stalled(
          "the CRD canaries.flagger.app in this cluster drops status.burgee, so no release can be"
              + " recorded: install Burgee's (burgee crds | kubectl apply --server-side -f -)");
    }
    return result.object();
  }

  private static String target(Entry entry) {
    return targetOf(entry.identity());
  }

  /** How the status names the workload that its revisions are of. */
  static String targetOf(Identity identity) {
    return identity.kind() + "/" + identity.target();
  }

  private static List<BurgeeNotice> outbox(
      BurgeeStatus burgee, Entry entry, Outbox.Delivered delivered, Instant now) {
    var kept = new ArrayList<BurgeeNotice>();
    var old = Objects.requireNonNullElse(burgee.getOutbox(), List.<BurgeeNotice>of());
    old.stream().filter(notice -> !delivered.contains(notice)).forEach(kept::add);
    var next = Objects.requireNonNullElse(burgee.getNotices(), 0);
    for (var notice : entry.notices()) {
      next++;
      var bean = new BurgeeNotice();
      bean.setId(next + "-" + Long.toString(now.getEpochSecond(), Character.MAX_RADIX));
      bean.setType(notice.level() == Notice.Level.WARNING ? "Warning" : "Normal");
      bean.setMessage(notice.message());
      bean.setAt(now);
      kept.add(bean);
    }
    burgee.setNotices(next);
    return kept.subList(Math.max(0, kept.size() - MOST_NOTICES), kept.size());
  }

  private Canary copy(Canary canary) {
    var copy = json.clone(canary);
    if (copy.getStatus() == null) {
      copy.setStatus(new CanaryStatus());
    }
    return copy;
  }
}
