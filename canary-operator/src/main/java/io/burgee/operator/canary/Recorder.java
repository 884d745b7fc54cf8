package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.api.BurgeeNotice;
import io.burgee.api.BurgeeRun;
import io.burgee.api.BurgeeStatus;
import io.burgee.api.Canary;
import io.burgee.api.CanaryStatus;
import io.burgee.core.Notice;
import io.burgee.core.Progress;
import io.burgee.core.Report;
import io.burgee.core.Revision;
import io.burgee.core.Stage;
import io.burgee.kube.Stalled;
import io.burgee.kube.StatusWriter;
import io.burgee.operator.workload.Snapshot;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The one place where a Canary's status is set: what is intended, what is to be told, and Flagger's
 * own fields as they were read back.
 */
final class Recorder {
  /** How many past runs a status remembers. */
  private static final int RUNS = 5;

  private final StatusWriter<Canary> writer;
  private final KubernetesSerialization json;

  Recorder(StatusWriter<Canary> writer, KubernetesSerialization json) {
    this.writer = writer;
    this.json = json;
  }

  /**
   * What to write.
   *
   * @param waitingFor what keeps the Canary from going on, where that is not the progress' reason
   * @param notices new ones, for the outbox
   * @param target as observed, for the configurations it refers to
   */
  record Entry(
      Progress progress,
      Report report,
      Optional<String> waitingFor,
      List<Notice> notices,
      Optional<Snapshot> target,
      String kind) {}

  /** Writes it, whatever the status holds. Delivered notices are dropped from the outbox. */
  Canary record(Canary canary, Entry entry, Outbox.Delivered delivered, Instant now) {
    var changed = withFlaggersFields(claimed(canary), entry, now);
    var status = changed.getStatus();
    var burgee = Objects.requireNonNullElseGet(status.getBurgee(), BurgeeStatus::new);
    var before = ProgressCodec.read(burgee, now);
    burgee.setWaitingFor(entry.waitingFor().orElse(null));
    burgee.setRuns(runs(burgee, before, entry.progress(), now));
    burgee.setOutbox(outbox(burgee, entry, delivered, now));
    ProgressCodec.write(entry.progress(), burgee, now);
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
    var changed = copy(canary);
    var burgee = new BurgeeStatus();
    burgee.setRun(0);
    changed.getStatus().setBurgee(burgee);
    return write(changed);
  }

  /** Whether people would read something else than what is. */
  boolean isOutdated(Canary canary, Entry entry, Instant now) {
    var status = canary.getStatus();
    return status == null
        || status.getBurgee() == null
        || !Objects.equals(status.getBurgee().getWaitingFor(), entry.waitingFor().orElse(null))
        || !tree(withFlaggersFields(canary, entry, now).getStatus()).equals(tree(status));
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

  private Canary withFlaggersFields(Canary canary, Entry entry, Instant now) {
    var changed = copy(canary);
    var status = changed.getStatus();
    var report = entry.report();
    var revisions = entry.progress().revisions();
    status.setPhase(report.phase().text());
    status.setCanaryWeight(report.weight().percent());
    status.setFailedChecks(report.failedChecks());
    status.setIterations(report.iterations());
    status.setLastAppliedSpec(revisions.seen().map(Revision::id).orElse(null));
    status.setLastPromotedSpec(revisions.promoted().map(Revision::id).orElse(null));
    entry.target().ifPresent(target -> status.setTrackedConfigs(tracked(target)));
    CanaryConditions.set(status, report.phase(), entry.kind(), now);
    return changed;
  }

  private static @org.jspecify.annotations.Nullable Map<String, String> tracked(Snapshot target) {
    return target.configs().isEmpty() ? null : new java.util.TreeMap<>(target.configs());
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
      bean.setId(Integer.toString(next));
      bean.setType(notice.level() == Notice.Level.WARNING ? "Warning" : "Normal");
      bean.setMessage(notice.message());
      bean.setAt(now);
      kept.add(bean);
    }
    burgee.setNotices(next);
    return kept;
  }

  private static List<BurgeeRun> runs(
      BurgeeStatus burgee, Progress before, Progress after, Instant now) {
    var runs = new ArrayList<>(Objects.requireNonNullElse(burgee.getRuns(), List.<BurgeeRun>of()));
    if (after.run() > before.run()) {
      if (!runs.isEmpty() && runs.getLast().getEndedAt() == null) {
        runs.getLast().setEndedAt(now);
        runs.getLast().setReason("another revision of the target was detected");
      }
      var run = new BurgeeRun();
      run.setRevision(after.revisions().candidate().map(Revision::id).orElse(null));
      run.setStartedAt(now);
      runs.add(run);
    }
    var ended = after.stage() == Stage.AT_REST && before.stage() != Stage.AT_REST;
    if (ended && !runs.isEmpty() && runs.getLast().getEndedAt() == null) {
      end(runs.getLast(), after, now);
    }
    return runs.subList(Math.max(0, runs.size() - RUNS), runs.size());
  }

  private static void end(BurgeeRun run, Progress after, Instant now) {
    run.setEndedAt(now);
    if (after.revisions().calledOff()) {
      run.setReason("the target was reverted to the promoted revision");
      return;
    }
    run.setOutcome(ProgressCodec.text(after.outcome()));
    run.setReason(after.reason());
  }

  private JsonNode tree(CanaryStatus status) {
    return json.convertValue(status, JsonNode.class);
  }

  private Canary copy(Canary canary) {
    var copy = json.clone(canary);
    if (copy.getStatus() == null) {
      copy.setStatus(new CanaryStatus());
    }
    return copy;
  }
}
