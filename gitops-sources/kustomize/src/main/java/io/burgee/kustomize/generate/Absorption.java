package io.burgee.kustomize.generate;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resource.Behavior;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Generated resources come into the list: as new ones, or into what was there. */
public final class Absorption {
  private Absorption() {}

  /** Adds a generated resource, or puts it in the place of the one that it merges or replaces. */
  public static void absorb(Resources resources, Resource fresh) {
    var id = fresh.id();
    var there = resources.matchingAnyId(id);
    switch (there.size()) {
      case 0 -> add(resources, fresh, id);
      case 1 -> meet(resources, there.getFirst(), fresh, id);
      default ->
          throw new BuildException(
              "found multiple objects ["
                  + there.stream()
                      .map(each -> JsonWriter.compact(each.node()))
                      .collect(Collectors.joining(" "))
                  + "] that could accept merge of "
                  + id);
    }
  }

  private static void add(Resources resources, Resource fresh, ResourceId id) {
    if (changesOther(fresh)) {
      throw new BuildException("id " + inGo(id) + " does not exist; cannot merge or replace");
    }
    resources.append(fresh);
  }

  private static void meet(Resources resources, Resource old, Resource fresh, ResourceId id) {
    if (!changesOther(fresh)) {
      throw new BuildException(
          "id "
              + inGo(id)
              + " exists; can not use behavior: '"
              + fresh.behavior().name().toLowerCase(Locale.ROOT)
              + "', behavior must be merge or replace");
    }
    boolean merge = fresh.behavior() == Behavior.MERGE;
    takeMetadata(fresh, old);
    if (merge) {
      mergeTexts(fresh.node(), old.node(), "data");
      mergeTexts(fresh.node(), old.node(), "binaryData");
    }
    inherit(fresh, old, merge);
    resources.replace(old, fresh);
  }

  private static boolean changesOther(Resource fresh) {
    return fresh.behavior() == Behavior.MERGE || fresh.behavior() == Behavior.REPLACE;
  }

  /** What was remembered of the old one holds for the new one. */
  private static void inherit(Resource fresh, Resource old, boolean merge) {
    boolean hash = fresh.needsHash() && old.needsHash();
    var origin = fresh.origin();
    fresh.remember(old);
    fresh.needsHash(hash);
    if (origin != null && (!merge || old.origin() == null)) {
      fresh.origin(origin);
    }
  }

  private static void takeMetadata(Resource fresh, Resource old) {
    if (!(fresh.node().get("metadata") instanceof MappingNode mine)
        || !(old.node().get("metadata") instanceof MappingNode theirs)) {
      return;
    }
    mergeTexts(mine, theirs, "labels");
    mergeTexts(mine, theirs, "annotations");
    mine.put("name", ScalarNode.string(old.name()));
    mine.remove("namespace");
    if (!old.namespace().isEmpty()) {
      mine.put("namespace", ScalarNode.string(old.namespace()));
    }
  }

  /** The members of both, all as strings by new keys; the new ones win. */
  private static void mergeTexts(MappingNode fresh, MappingNode old, String name) {
    var texts = new LinkedHashMap<String, String>();
    putTexts(texts, old.get(name));
    putTexts(texts, fresh.get(name));
    fresh.remove(name);
    if (!texts.isEmpty()) {
      var merged = new MappingNode();
      texts.forEach((key, text) -> Frame.put(merged, key, text));
      fresh.put(name, merged);
    }
  }

  private static void putTexts(Map<String, String> into, @Nullable Node from) {
    if (from instanceof MappingNode mapping) {
      for (var entry : mapping.entries()) {
        into.put(entry.name(), entry.value() instanceof ScalarNode scalar ? scalar.text() : "");
      }
    }
  }

  /** An id as the real tool prints it here, fields and all. */
  private static String inGo(ResourceId id) {
    var gvk = id.gvk();
    return "resid.ResId{Gvk:resid.Gvk{Group:\""
        + gvk.group()
        + "\", Version:\""
        + gvk.version()
        + "\", Kind:\""
        + gvk.kind()
        + "\", isClusterScoped:"
        + id.clusterScoped()
        + "}, Name:\""
        + id.name()
        + "\", Namespace:\""
        + id.namespace()
        + "\"}";
  }
}
