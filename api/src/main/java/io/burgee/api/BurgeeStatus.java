package io.burgee.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded intent: all that a reconcile needs besides the cluster itself. */
public class BurgeeStatus extends Extensible {
  private @Nullable String stage;
  private @Nullable String outcome;
  private @Nullable String reason;
  @Whole private @Nullable Integer run;
  @Whole private @Nullable Integer step;
  @Whole private @Nullable Integer weight;
  private @Nullable Boolean mirrored;
  private @Nullable Boolean matched;
  private @Nullable String target;
  private @Nullable String promoted;
  private @Nullable String candidate;
  private @Nullable String seen;
  @Whole private @Nullable Integer failedChecks;
  @Whole private @Nullable Integer unknownChecks;
  @Whole private @Nullable Integer drifts;
  @Timestamp private @Nullable Instant since;
  @Timestamp private @Nullable Instant settledAt;
  @Timestamp private @Nullable Instant nextCheckAt;
  @Timestamp private @Nullable Instant deadline;
  @Timestamp private @Nullable Instant frozenAt;
  private @Nullable String gate;
  private @Nullable String pause;
  private @Nullable Map<String, BurgeeVerb> verbs;
  private @Nullable String waitingFor;
  private @Nullable JsonNode spec;
  private @Nullable String deferred;
  private @Nullable List<BurgeeCheck> checks;
  private @Nullable List<BurgeeNotice> outbox;
  @Whole private @Nullable Integer notices;
  private @Nullable List<BurgeeRun> runs;
  private @Nullable BurgeeTakeover takenOver;

  public @Nullable String getStage() {
    return stage;
  }

  public void setStage(@Nullable String stage) {
    this.stage = stage;
  }

  public @Nullable String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = outcome;
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }

  /** Counts the runs of this Canary. */
  public @Nullable Integer getRun() {
    return run;
  }

  public void setRun(@Nullable Integer run) {
    this.run = run;
  }

  /** Steps done in this run. */
  public @Nullable Integer getStep() {
    return step;
  }

  public void setStep(@Nullable Integer step) {
    this.step = step;
  }

  /** Intended share of the canary, percent. */
  public @Nullable Integer getWeight() {
    return weight;
  }

  public void setWeight(@Nullable Integer weight) {
    this.weight = weight;
  }

  /** Whether the canary is to get copies of requests. */
  public @Nullable Boolean getMirrored() {
    return mirrored;
  }

  public void setMirrored(@Nullable Boolean mirrored) {
    this.mirrored = mirrored;
  }

  /** Whether the canary is to get the requests that match the conditions. */
  public @Nullable Boolean getMatched() {
    return matched;
  }

  public void setMatched(@Nullable Boolean matched) {
    this.matched = matched;
  }

  /** Kind and name of the workload that the revisions are of. */
  public @Nullable String getTarget() {
    return target;
  }

  public void setTarget(@Nullable String target) {
    this.target = target;
  }

  public @Nullable String getPromoted() {
    return promoted;
  }

  public void setPromoted(@Nullable String promoted) {
    this.promoted = promoted;
  }

  public @Nullable String getCandidate() {
    return candidate;
  }

  public void setCandidate(@Nullable String candidate) {
    this.candidate = candidate;
  }

  public @Nullable String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = seen;
  }

  public @Nullable Integer getFailedChecks() {
    return failedChecks;
  }

  public void setFailedChecks(@Nullable Integer failedChecks) {
    this.failedChecks = failedChecks;
  }

  public @Nullable Integer getUnknownChecks() {
    return unknownChecks;
  }

  public void setUnknownChecks(@Nullable Integer unknownChecks) {
    this.unknownChecks = unknownChecks;
  }

  /** How often others changed the route since the run was last judged. */
  public @Nullable Integer getDrifts() {
    return drifts;
  }

  public void setDrifts(@Nullable Integer drifts) {
    this.drifts = drifts;
  }

  public @Nullable Instant getSince() {
    return since;
  }

  public void setSince(@Nullable Instant since) {
    this.since = since;
  }

  /** When the weight was read back. */
  public @Nullable Instant getSettledAt() {
    return settledAt;
  }

  public void setSettledAt(@Nullable Instant settledAt) {
    this.settledAt = settledAt;
  }

  public @Nullable Instant getNextCheckAt() {
    return nextCheckAt;
  }

  public void setNextCheckAt(@Nullable Instant nextCheckAt) {
    this.nextCheckAt = nextCheckAt;
  }

  public @Nullable Instant getDeadline() {
    return deadline;
  }

  public void setDeadline(@Nullable Instant deadline) {
    this.deadline = deadline;
  }

  /** Since when the Canary is suspended. */
  public @Nullable Instant getFrozenAt() {
    return frozenAt;
  }

  public void setFrozenAt(@Nullable Instant frozenAt) {
    this.frozenAt = frozenAt;
  }

  /** The type of the hooks that withhold their yes. */
  public @Nullable String getGate() {
    return gate;
  }

  public void setGate(@Nullable String gate) {
    this.gate = gate;
  }

  /** Who paused the run, and why. */
  public @Nullable String getPause() {
    return pause;
  }

  public void setPause(@Nullable String pause) {
    this.pause = pause;
  }

  /** What was made of the verbs that still stand in the annotations, by verb. */
  public @Nullable Map<String, BurgeeVerb> getVerbs() {
    return verbs;
  }

  public void setVerbs(@Nullable Map<String, BurgeeVerb> verbs) {
    this.verbs = verbs;
  }

  public @Nullable String getWaitingFor() {
    return waitingFor;
  }

  public void setWaitingFor(@Nullable String waitingFor) {
    this.waitingFor = waitingFor;
  }

  /** The last valid spec, kept while it may have to stand in for one that is not. */
  public @Nullable JsonNode getSpec() {
    return spec;
  }

  public void setSpec(@Nullable JsonNode spec) {
    this.spec = spec;
  }

  /** Which edits of the spec count only after this run. */
  public @Nullable String getDeferred() {
    return deferred;
  }

  public void setDeferred(@Nullable String deferred) {
    this.deferred = deferred;
  }

  public @Nullable List<BurgeeCheck> getChecks() {
    return checks;
  }

  public void setChecks(@Nullable List<BurgeeCheck> checks) {
    this.checks = checks;
  }

  public @Nullable List<BurgeeNotice> getOutbox() {
    return outbox;
  }

  public void setOutbox(@Nullable List<BurgeeNotice> outbox) {
    this.outbox = outbox;
  }

  public @Nullable Integer getNotices() {
    return notices;
  }

  public void setNotices(@Nullable Integer notices) {
    this.notices = notices;
  }

  public @Nullable List<BurgeeRun> getRuns() {
    return runs;
  }

  public void setRuns(@Nullable List<BurgeeRun> runs) {
    this.runs = runs;
  }

  public @Nullable BurgeeTakeover getTakenOver() {
    return takenOver;
  }

  public void setTakenOver(@Nullable BurgeeTakeover takenOver) {
    this.takenOver = takenOver;
  }
}
