package io.burgee.operator.canary;

import io.burgee.api.CanaryStatus;
import io.burgee.mesh.SessionCookies;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Flagger's own status fields, as people and scripts read them. A null is an absent field. */
record Shown(
    @Nullable String phase,
    @Nullable Integer weight,
    @Nullable Integer failedChecks,
    @Nullable Integer iterations,
    @Nullable String applied,
    @Nullable String promoted,
    @Nullable Map<String, String> tracked,
    SessionCookies cookies) {

  static Shown in(CanaryStatus status) {
    return new Shown(
        status.getPhase(),
        status.getCanaryWeight(),
        status.getFailedChecks(),
        status.getIterations(),
        status.getLastAppliedSpec(),
        status.getLastPromotedSpec(),
        orNull(status.getTrackedConfigs()),
        SessionCookies.of(status));
  }

  /** What the fields are to be; a target that can't be read leaves its configurations as noted. */
  static Shown of(Recorder.Entry entry, CanaryStatus before) {
    var report = entry.report();
    var revisions = entry.progress().revisions();
    return new Shown(
        report.phase().text(),
        report.weight().percent(),
        report.failedChecks(),
        report.iterations(),
        ForeignNames.of(before).applied(revisions),
        ForeignNames.of(before).promoted(revisions),
        orNull(
            entry
                .target()
                .map(target -> target.configs())
                .orElseGet(() -> Objects.requireNonNullElse(before.getTrackedConfigs(), Map.of()))),
        entry
            .affinity()
            .map(cookies -> SessionCookies.of(before).after(cookies, entry.progress().traffic()))
            .orElse(SessionCookies.NONE));
  }

  void writeTo(CanaryStatus status) {
    status.setPhase(phase);
    status.setCanaryWeight(weight);
    status.setFailedChecks(failedChecks);
    status.setIterations(iterations);
    status.setLastAppliedSpec(applied);
    status.setLastPromotedSpec(promoted);
    status.setTrackedConfigs(tracked);
    cookies.write(status);
  }

  private static @Nullable Map<String, String> orNull(@Nullable Map<String, String> map) {
    return map == null || map.isEmpty() ? null : new TreeMap<>(map);
  }
}
