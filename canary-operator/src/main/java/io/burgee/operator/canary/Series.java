package io.burgee.operator.canary;

import io.burgee.core.CheckResult;
import io.burgee.core.Progress;
import io.burgee.core.Report;
import io.burgee.core.Stage;
import io.burgee.kube.NamespacedName;
import io.burgee.metrics.Exporter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the exporter's series in step with the Canaries there are. */
final class Series {
  private final Exporter exporter;
  private final Map<NamespacedName, Exporter.Subject> subjects = new ConcurrentHashMap<>();

  Series(Exporter exporter) {
    this.exporter = exporter;
  }

  void seen(Release release, Report report) {
    exporter.observe(subject(release), report.phase(), report.weight());
  }

  void checked(Release release, List<CheckResult> results) {
    exporter.checked(subject(release), results);
  }

  /** Counts a run when it ends. */
  void recorded(Release release, Progress before, Progress after) {
    if (after.stage() != Stage.AT_REST || before.stage() == Stage.AT_REST || after.run() == 0) {
      return;
    }
    if (after.revisions().calledOff()) {
      return; // its outcome is that of the run before it
    }
    var strategy = release.plan().strategy().label();
    var skipped = release.plan().skipAnalysis();
    switch (after.outcome()) {
      case SUCCEEDED -> exporter.succeeded(subject(release), strategy, skipped);
      case FAILED -> exporter.failed(subject(release), strategy, skipped);
      case INITIALIZED -> {}
    }
  }

  void took(NamespacedName key, Duration time) {
    var subject = subjects.get(key);
    if (subject != null) {
      exporter.reconciled(subject, time);
    }
  }

  void gone(NamespacedName key) {
    var subject = subjects.remove(key);
    if (subject != null) {
      exporter.remove(subject);
    }
  }

  private Exporter.Subject subject(Release release) {
    var identity = release.identity();
    return subjects.computeIfAbsent(
        NamespacedName.of(identity.namespace(), identity.name()),
        key -> new Exporter.Subject(identity.namespace(), identity.name(), identity.target()));
  }
}
