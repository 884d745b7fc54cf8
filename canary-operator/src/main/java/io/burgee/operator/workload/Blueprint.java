package io.burgee.operator.workload;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;

/**
 * All of a target that its primary is made from.
 *
 * @param selectorKey the label that tells this workload's pods from others'
 * @param labels that the primary inherits
 * @param annotations that the primary inherits
 * @param settings the workload's spec without template, selector and replicas, as JSON
 * @param template as the API server answered it, defaults filled in
 */
public record Blueprint(
    String selectorKey,
    String selectorValue,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, Object> settings,
    PodTemplateSpec template) {

  public Blueprint {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    settings = Map.copyOf(settings);
  }

  /** The label value of the primary's pods. */
  public String primaryValue() {
    return selectorValue + "-primary";
  }
}
