package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.merge.StrategicMerge;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Merges a patch into resources, which keep their names whatever the patch says.
 *
 * @param allowNameChange whether the patch's name is taken over after all
 * @param allowKindChange whether the patch's kind is taken over after all
 */
record MergePatching(boolean allowNameChange, boolean allowKindChange) {
  static final MergePatching NAMES_STAY = new MergePatching(false, false);

  /** The one resource that is or was called as the patch says. */
  static Resource target(Resources resources, ResourceId id) {
    Resource target = null;
    for (var resource : resources) {
      resources.budget().work();
      if (wasNamed(resource, id.name()) && isOrWas(resource, id)) {
        if (target != null) {
          throw notOne("multiple matches", id);
        }
        target = resource;
      }
    }
    if (target == null) {
      throw notOne("no matches", id);
    }
    return target;
  }

  /** Cheaper than to compare the whole of all its ids. */
  private static boolean wasNamed(Resource resource, String name) {
    if (resource.name().equals(name)) {
      return true;
    }
    for (var former : resource.formers()) {
      if (former.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOrWas(Resource resource, ResourceId id) {
    return !resource.node().isEmpty() && resource.anyIds().contains(id);
  }

  private static BuildException notOne(String problem, ResourceId id) {
    return new BuildException(
        problem + " for Id " + id + "; failed to find unique target for patch " + id);
  }

  /**
   * Merges the patch, whose nodes are used up. A resource that it deletes is empty then; one that
   * it would replace as a whole stays as it is, as for the real tool.
   */
  void apply(Resource resource, MappingNode patch, Budget budget) {
    var name = resource.name();
    var namespace = resource.namespace();
    var kind = resource.kind();
    if (allowNameChange || allowKindChange) {
      resource.rememberName();
    }
    var node = resource.node();
    if (StrategicMerge.apply(node, patch, resource.schema(), budget) == null) {
      node.clear();
    }
    if (!node.isEmpty()) {
      restore(node, name, namespace, kind);
    }
  }

  private void restore(MappingNode node, String name, String namespace, String kind) {
    if (!allowKindChange) {
      set(node, "kind", kind);
    }
    if (!(node.get("metadata") instanceof MappingNode)
        && !(allowNameChange && namespace.isEmpty())) {
      node.put("metadata", new MappingNode());
    }
    if (node.get("metadata") instanceof MappingNode meta) {
      if (!allowNameChange) {
        set(meta, "name", name);
      }
      if (namespace.isEmpty()) {
        meta.remove("namespace");
      } else {
        set(meta, "namespace", namespace);
      }
    }
  }

  private static void set(MappingNode mapping, String key, String text) {
    if (!(mapping.get(key) instanceof ScalarNode old)) {
      mapping.put(key, ScalarNode.string(text));
    } else if (!old.text().equals(text)) {
      old.text(text);
      old.tag(old.style() == Style.PLAIN ? ScalarNode.plain(text).tag() : Tag.STRING);
    }
  }

  /**
   * Merges the patch into each of the selected; its group and version are theirs. What its labels
   * and annotations say are texts, so that a null there is the text of it.
   */
  void applyToAll(Resources resources, List<Resource> selected, Resource patch) {
    if (selected.isEmpty()) {
      return;
    }
    var ids = new HashSet<ResourceId>();
    selected.forEach(each -> ids.add(each.id()));
    var kept = new ArrayList<Resource>(resources.size());
    for (var resource : resources) {
      resources.budget().work();
      if (ids.contains(resource.id())) {
        var copy = patch.node().copy();
        adapt(copy, resource.apiVersion());
        apply(resource, copy, resources.budget());
        sayNoVersion(resource.node());
      }
      if (!resource.node().isEmpty()) {
        kept.add(resource);
      }
    }
    if (allowNameChange || allowKindChange) {
      checkIds(kept);
    }
    if (kept.size() < resources.size()) {
      resources.set(kept);
    }
  }

  private static void checkIds(List<Resource> resources) {
    var ids = HashSet.<ResourceId>newHashSet(resources.size());
    for (var resource : resources) {
      var id = resource.id();
      if (!ids.add(id)) {
        throw new BuildException("may not add resource with an already registered id: " + id);
      }
    }
  }

  private static void adapt(MappingNode patch, String apiVersion) {
    if (apiVersion.isEmpty()) {
      patch.remove("apiVersion");
    } else {
      set(patch, "apiVersion", apiVersion);
    }
    if (patch.get("metadata") instanceof MappingNode meta) {
      makeTexts(meta, "labels");
      makeTexts(meta, "annotations");
    }
  }

  /** A resource without a version gets the blank one that the real tool has put into the patch. */
  private static void sayNoVersion(MappingNode node) {
    if (!node.isEmpty() && !node.has("apiVersion")) {
      node.put("apiVersion", ScalarNode.plain(""));
    }
  }

  private static void makeTexts(MappingNode meta, String field) {
    if (!meta.has(field)) {
      return;
    }
    if (!(meta.get(field) instanceof MappingNode texts) || texts.isEmpty()) {
      meta.remove(field);
      return;
    }
    for (var entry : texts.entries()) {
      var text = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
      entry.value(new ScalarNode(text, Tag.STRING, Style.DOUBLE_QUOTED));
    }
  }
}
