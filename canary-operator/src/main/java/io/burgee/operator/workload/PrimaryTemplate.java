package io.burgee.operator.workload;

import io.burgee.core.Revision;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a target's pod template into its primary's. */
final class PrimaryTemplate {
  /** Says which revision the pods run; Flagger forces rollouts with a random value there. */
  static final String REVISION = "flagger-id";

  private static final String SUFFIX = "-primary";

  private PrimaryTemplate() {}

  /** Changes {@code template} itself and answers it. */
  static PodTemplateSpec of(
      PodTemplateSpec template,
      Identity canary,
      Snapshot revision,
      ConfigNames references,
      Inheritance inheritance) {
    withoutFlux(template);
    template
        .getMetadata()
        .getLabels()
        .put(revision.blueprint().selectorKey(), revision.blueprint().primaryValue());
    marked(template, revision.revision());
    references.in(template.getSpec());
    selectors(template.getSpec())
        .forEach(s -> rename(s, canary.target(), canary.target() + SUFFIX, inheritance));
    return template;
  }

  /** Says which revision it is, in the template itself. */
  static PodTemplateSpec marked(PodTemplateSpec template, Revision revision) {
    var metadata = Objects.requireNonNullElseGet(template.getMetadata(), ObjectMeta::new);
    var annotations = new TreeMap<>(Nullness.map(metadata.getAnnotations()));
    annotations.put(REVISION, revision.id());
    metadata.setAnnotations(annotations);
    template.setMetadata(metadata);
    return template;
  }

  /**
   * Turns a primary's template back into the target's it was made from.
   *
   * @param template changed itself, and answered
   * @param references the names that the target refers to, by those that the primary refers to
   */
  static PodTemplateSpec undone(
      PodTemplateSpec template,
      Identity canary,
      Blueprint target,
      ConfigNames references,
      Inheritance inheritance) {
    var metadata = Objects.requireNonNullElseGet(template.getMetadata(), ObjectMeta::new);
    var labels = new TreeMap<>(Nullness.map(metadata.getLabels()));
    labels.put(target.selectorKey(), target.selectorValue());
    metadata.setLabels(labels);
    var annotations = new TreeMap<>(Nullness.map(metadata.getAnnotations()));
    annotations.remove(REVISION);
    metadata.setAnnotations(annotations);
    template.setMetadata(metadata);
    references.in(template.getSpec());
    selectors(template.getSpec())
        .forEach(s -> rename(s, canary.target() + SUFFIX, canary.target(), inheritance));
    return template;
  }

  /** Without the marks that primaries don't get; changes {@code template} itself. */
  static PodTemplateSpec withoutFlux(PodTemplateSpec template) {
    var metadata = Objects.requireNonNullElseGet(template.getMetadata(), ObjectMeta::new);
    var labels = new TreeMap<>(Nullness.map(metadata.getLabels()));
    labels.keySet().removeIf(Inheritance::isFlux);
    metadata.setLabels(labels);
    var annotations = new TreeMap<>(Nullness.map(metadata.getAnnotations()));
    annotations.keySet().removeIf(Inheritance::isFlux);
    metadata.setAnnotations(annotations);
    template.setMetadata(metadata);
    return template;
  }

  /** Selectors by which the target's pods keep clear of each other. */
  private static Stream<LabelSelector> selectors(PodSpec pod) {
    var all = new ArrayList<@Nullable LabelSelector>();
    Nullness.stream(pod.getTopologySpreadConstraints())
        .forEach(spread -> all.add(spread.getLabelSelector()));
    var affinity = pod.getAffinity();
    var anti = affinity == null ? null : affinity.getPodAntiAffinity();
    if (anti != null) {
      Nullness.<PodAffinityTerm>stream(anti.getRequiredDuringSchedulingIgnoredDuringExecution())
          .forEach(term -> all.add(term.getLabelSelector()));
      Nullness.stream(anti.getPreferredDuringSchedulingIgnoredDuringExecution())
          .forEach(preferred -> all.add(preferred.getPodAffinityTerm().getLabelSelector()));
    }
    return all.stream().flatMap(Stream::ofNullable);
  }

  private static void rename(
      LabelSelector selector, String from, String to, Inheritance inheritance) {
    var labels = selector.getMatchLabels();
    if (labels != null) {
      labels.replaceAll(
          (key, value) ->
              inheritance.selectorLabels().contains(key) && value.equals(from) ? to : value);
    }
    Nullness.stream(selector.getMatchExpressions())
        .filter(e -> inheritance.selectorLabels().contains(e.getKey()) && e.getValues() != null)
        .forEach(
            e -> {
              var first = e.getValues().indexOf(from);
              if (first >= 0) {
                e.getValues().set(first, to);
              }
            });
  }
}
