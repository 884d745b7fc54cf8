package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.BuildException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where each transformer works. All lists are in the order of their kinds. */
public record TransformerConfig(
    List<FieldSpec> namePrefix,
    List<FieldSpec> nameSuffix,
    List<FieldSpec> namespace,
    List<FieldSpec> commonLabels,
    List<FieldSpec> labels,
    List<FieldSpec> templateLabels,
    List<FieldSpec> commonAnnotations,
    List<NameReference> nameReferences,
    List<FieldSpec> varReferences,
    List<FieldSpec> images,
    List<FieldSpec> replicas) {

  public static final TransformerConfig EMPTY =
      new TransformerConfig(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of());

  /** Where they work if nothing more is said. */
  public static TransformerConfig defaults() {
    return DefaultSpecs.CONFIG;
  }

  /**
   * This and what another one adds. Of the other's own places, too, those for more kinds are left
   * out that come after one for fewer: so merging into nothing is more than taking it.
   *
   * @throws BuildException if they say different things of the same place
   */
  @SuppressWarnings("ReferenceEquality") // Only a shortcut for the very same ones.
  public TransformerConfig merge(TransformerConfig more) {
    if (this == more || more == EMPTY) {
      return this;
    }
    if (this == EMPTY && more == defaults()) {
      return more;
    }
    return new TransformerConfig(
        merged("NamePrefix", namePrefix, more.namePrefix),
        merged("NameSuffix", nameSuffix, more.nameSuffix),
        merged("NameSpace", namespace, more.namespace),
        merged("CommonLabels", commonLabels, more.commonLabels),
        merged("Labels", labels, more.labels),
        merged("TemplateLabels", templateLabels, more.templateLabels),
        merged("CommonAnnotations", commonAnnotations, more.commonAnnotations),
        mergedReferences(more.nameReferences),
        merged("VarReference", varReferences, more.varReferences),
        merged("Images", images, more.images),
        merged("Replicas", replicas, more.replicas));
  }

  /** The same with all lists in order. */
  public TransformerConfig sorted() {
    return new TransformerConfig(
        FieldSpecs.sorted(namePrefix),
        FieldSpecs.sorted(nameSuffix),
        FieldSpecs.sorted(namespace),
        FieldSpecs.sorted(commonLabels),
        FieldSpecs.sorted(labels),
        FieldSpecs.sorted(templateLabels),
        FieldSpecs.sorted(commonAnnotations),
        sortedReferences(nameReferences),
        FieldSpecs.sorted(varReferences),
        FieldSpecs.sorted(images),
        FieldSpecs.sorted(replicas));
  }

  private static List<FieldSpec> merged(String list, List<FieldSpec> some, List<FieldSpec> more) {
    if (some == more || more.isEmpty()) {
      return some;
    }
    try {
      return FieldSpecs.sorted(FieldSpecs.united(some, more));
    } catch (BuildException e) {
      throw e.in("failed to merge " + list + " fieldSpec");
    }
  }

  private List<NameReference> mergedReferences(List<NameReference> more) {
    if (nameReferences == more || more.isEmpty()) {
      return nameReferences;
    }
    var all = nameReferences;
    try {
      for (var reference : more) {
        all = withReference(all, reference);
      }
    } catch (BuildException e) {
      throw e.in("failed to merge NameReference fieldSpec");
    }
    return sortedReferences(all);
  }

  /** A list of references with one more: its places are added to those of the same target. */
  public static List<NameReference> withReference(List<NameReference> list, NameReference more) {
    var all = new ArrayList<NameReference>(list.size() + 1);
    boolean found = false;
    for (var known : list) {
      if (known.target().equals(more.target())) {
        found = true;
        all.add(
            new NameReference(
                known.target(), FieldSpecs.united(known.referrers(), more.referrers())));
      } else {
        all.add(known);
      }
    }
    if (!found) {
      all.add(more);
    }
    return all;
  }

  private static List<NameReference> sortedReferences(List<NameReference> references) {
    var sorted = new ArrayList<>(references);
    sorted.sort(Comparator.comparing(NameReference::target, FieldSpecs.BY_KIND));
    return List.copyOf(sorted);
  }
}
