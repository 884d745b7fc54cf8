package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The defaults of a HorizontalPodAutoscaler. */
final class AutoscalerDefaults {
  private static final int PERIOD_SECONDS = 15;

  private AutoscalerDefaults() {}

  /** {@code spec} is that of {@code autoscaling/v2}. */
  static void fill(ObjectNode spec) {
    Fill.number(spec, "minReplicas", 1);
    if (spec.path("metrics").isEmpty()) {
      var metric = spec.putArray("metrics").addObject();
      metric.put("type", "Resource");
      var target = metric.putObject("resource").put("name", "cpu").putObject("target");
      target.put("type", "Utilization").put("averageUtilization", 80);
    }
    if (spec.get("behavior") instanceof ObjectNode behavior) {
      rules(behavior);
    }
  }

  private static void rules(ObjectNode behavior) {
    if (behavior.get("scaleUp") instanceof ObjectNode up) {
      Fill.number(up, "stabilizationWindowSeconds", 0);
      Fill.text(up, "selectPolicy", "Max");
      if (Fill.absent(up, "policies")) {
        var policies = up.putArray("policies");
        policies
            .addObject()
            .put("type", "Pods")
            .put("value", 4)
            .put("periodSeconds", PERIOD_SECONDS);
        policies
            .addObject()
            .put("type", "Percent")
            .put("value", 100)
            .put("periodSeconds", PERIOD_SECONDS);
      }
    }
    if (behavior.get("scaleDown") instanceof ObjectNode down) {
      Fill.text(down, "selectPolicy", "Max");
      if (Fill.absent(down, "policies")) {
        down.putArray("policies")
            .addObject()
            .put("type", "Percent")
            .put("value", 100)
            .put("periodSeconds", PERIOD_SECONDS);
      }
    }
  }
}
