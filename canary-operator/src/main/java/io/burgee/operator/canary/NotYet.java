package io.burgee.operator.canary;

import io.burgee.api.CanarySpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API has and this version does not do. Passing over such a field could release something
 * that a user meant to be held back, so a Canary that has one is refused.
 */
final class NotYet {
  private NotYet() {}

  static List<String> problems(CanarySpec spec) {
    var problems = new ArrayList<String>();
    var analysis = spec.getAnalysis();
    if (analysis != null) {
      refuse(problems, isSet(analysis.getAlerts()), "spec.analysis.alerts");
    }
    var scaler = spec.getAutoscalerRef();
    refuse(
        problems,
        scaler != null && scaler.getPrimaryScalerQueries() != null,
        "spec.autoscalerRef.primaryScalerQueries");
    return problems;
  }

  private static boolean isSet(@Nullable List<?> list) {
    return list != null && !list.isEmpty();
  }

  private static void refuse(List<String> problems, boolean given, String path) {
    if (given) {
      problems.add(path + " is not supported by this version of Burgee, must be left out");
    }
  }
}
