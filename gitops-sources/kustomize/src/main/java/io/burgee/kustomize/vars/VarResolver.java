package io.burgee.kustomize.vars;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.transform.Transformer;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the values of vars into the texts that refer to them. */
final class VarResolver implements Transformer {
  private final Expansion expansion;
  private final List<FieldWalk> places;
  private final Budget budget;

  VarResolver(Map<String, VarValue> values, List<FieldSpec> places, Budget budget) {
    this.expansion = new Expansion(values, budget::bytes);
    this.budget = budget;
    this.places = FieldWalk.of(places, Leaf.NOTHING);
  }

  List<String> unused() {
    return expansion.unused();
  }

  @Override
  public void transform(Resources resources) {
    var walks = new HashMap<Gvk, List<FieldWalk>>();
    for (var resource : resources) {
      budget.work();
      for (var walk : walks.computeIfAbsent(resource.gvk(), this::placesFor)) {
        walk.visit(resource, node -> expand(node));
      }
    }
  }

  private List<FieldWalk> placesFor(Gvk gvk) {
    return places.stream().filter(place -> place.appliesTo(gvk)).toList();
  }

  private void expand(Node node) {
    budget.work();
    switch (node) {
      case ScalarNode scalar -> expandText(scalar);
      case MappingNode mapping -> {
        for (var entry : mapping.entries()) {
          expandEntry(entry);
        }
      }
      case SequenceNode list -> {
        for (var item : list.items()) {
          if (!(item instanceof ScalarNode scalar) || scalar.tag() != Tag.STRING) {
            throw new BuildException("invalid value type expect a string");
          }
          expandText(scalar);
        }
      }
    }
  }

  private void expandEntry(MappingNode.Entry entry) {
    if (entry.key().tag() != Tag.STRING) {
      throw new BuildException(
          "invalid map key: value='" + entry.name() + "', tag='" + name(entry.key().tag()) + "'");
    }
    if (entry.value() instanceof ScalarNode scalar) {
      expandText(scalar);
    }
  }

  private void expandText(ScalarNode scalar) {
    if (scalar.tag() != Tag.STRING || scalar.text().indexOf('$') < 0) {
      return;
    }
    var value = expansion.of(scalar.text());
    budget.bytes(value.text().length());
    scalar.text(value.text());
    scalar.tag(value.tag());
    scalar.style(Style.PLAIN);
  }

  private static String name(Tag tag) {
    return tag == Tag.STRING ? "!!str" : "!!" + tag.name().toLowerCase(Locale.ROOT);
  }
}
