package io.burgee.helm.chart;

import io.burgee.helm.semver.Constraint;
import io.burgee.helm.semver.Version;
import io.burgee.helm.value.GoException;
import java.util.ArrayList;

/** What must hold before a chart is rendered for an installation. */
public final class ChartChecks {
  private ChartChecks() {}

  /**
   * Whether the chart can be installed.
   *
   * @throws ChartException if it is a library, or a dependency isn't there
   */
  public static void installable(Chart chart) {
    var type = chart.metadata().type();
    if (!type.isEmpty() && !type.equals("application")) {
      throw new ChartException(type + " charts are not installable");
    }
    var missing = new ArrayList<String>();
    for (var dependency : chart.metadata().dependencies()) {
      if (chart.dependencies().stream().noneMatch(each -> each.name().equals(dependency.name()))) {
        missing.add(dependency.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new ChartException(
          "an error occurred while checking for chart dependencies. You may need to run 'helm"
              + " dependency build' to fetch missing dependencies: found in Chart.yaml, but missing"
              + " in charts/ directory: "
              + String.join(", ", missing));
    }
  }

  /**
   * Whether the chart is for that Kubernetes.
   *
   * @param normalized the numbers that are compared
   * @param shown as errors tell it
   * @throws ChartException if the chart isn't for that version of Kubernetes
   */
  public static void kubeVersion(Chart chart, String normalized, String shown) {
    var wanted = chart.metadata().kubeVersion();
    if (!wanted.isEmpty() && !isInRange(wanted, normalized)) {
      throw new ChartException(
          "chart requires kubeVersion: "
              + wanted
              + " which is incompatible with Kubernetes "
              + shown);
    }
  }

  /** False also if one of them can't be read. */
  static boolean isInRange(String constraint, String version) {
    try {
      return Constraint.parse(constraint).check(Version.parse(version));
    } catch (GoException e) {
      return false;
    }
  }
}
