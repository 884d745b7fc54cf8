package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType;
import io.burgee.sandbox.store.ResourceType.Trait;
import java.util.List;

/** Tells clients what is served: by group and version, or all at once (aggregated). */
final class Discovery {
  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
  private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private final Catalog catalog;

  Discovery(Catalog catalog) {
    this.catalog = catalog;
  }

  /** {@code /api}: the core group. */
  Reply core(Call call) {
    if (wantsAggregated(call)) {
      return aggregated(List.of(""));
    }
    var versions = Json.object().put("kind", "APIVersions");
    versions.putArray("versions").add("v1");
    return Reply.ok(versions);
  }

  /** {@code /apis}: all other groups. */
  Reply groups(Call call) {
    var names = catalog.groups().keySet().stream().filter(name -> !name.isEmpty()).toList();
    if (wantsAggregated(call)) {
      return aggregated(names);
    }
    var list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    var groups = list.putArray("groups");
    names.forEach(name -> groups.add(describe(name)));
    return Reply.ok(list);
  }

  /** {@code /apis/GROUP}. */
  Reply group(String name) {
    return Reply.ok(describe(name).put("kind", "APIGroup").put("apiVersion", "v1"));
  }

  /** {@code /api/v1} or {@code /apis/GROUP/VERSION}. */
  Reply resources(String group, String version) {
    var list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    var resources = list.putArray("resources");
    for (var type : of(group, version)) {
      describe(resources.addObject(), type);
      for (var subresource : subresources(type)) {
        var described = resources.addObject().put("name", type.plural() + "/" + subresource);
        described.put("singularName", "").put("namespaced", type.namespaced());
        describeSubresource(described, type, subresource);
        addAll(described.putArray("verbs"), SUBRESOURCE_VERBS);
      }
    }
    for (var review : reviews(group, version)) {
      var described = resources.addObject().put("name", review.plural());
      described.put("singularName", review.singular());
      described.put("namespaced", review.namespaced());
      described.put("kind", review.kind()).putArray("verbs").add("create");
    }
    return Reply.ok(list);
  }

  private ObjectNode describe(String group) {
    var described = Json.object().put("name", group);
    var versions = described.putArray("versions");
    for (var version : catalog.groups().getOrDefault(group, List.of())) {
      version(versions.addObject(), group, version);
    }
    if (!versions.isEmpty()) {
      described.set("preferredVersion", versions.get(0));
    }
    return described;
  }

  private static void version(ObjectNode into, String group, String version) {
    into.put("groupVersion", group + "/" + version).put("version", version);
  }

  private static void describe(ObjectNode into, ResourceType type) {
    into.put("name", type.plural()).put("singularName", type.singular());
    into.put("namespaced", type.namespaced()).put("kind", type.kind());
    addAll(into.putArray("verbs"), verbs(type));
    names(into, type);
  }

  private static void names(ObjectNode into, ResourceType type) {
    if (!type.shortNames().isEmpty()) {
      addAll(into.putArray("shortNames"), type.shortNames());
    }
    if (!type.categories().isEmpty()) {
      addAll(into.putArray("categories"), type.categories());
    }
  }

  private static void describeSubresource(ObjectNode into, ResourceType type, String subresource) {
    if (subresource.equals("scale")) {
      into.put("group", "autoscaling").put("version", "v1").put("kind", "Scale");
    } else {
      into.put("kind", type.kind());
    }
  }

  private Reply aggregated(List<String> groups) {
    var list = Json.object().put("kind", "APIGroupDiscoveryList");
    list.put("apiVersion", "apidiscovery.k8s.io/v2").putObject("metadata");
    var items = list.putArray("items");
    for (var group : groups) {
      var item = items.addObject();
      item.putObject("metadata").put("name", group);
      var versions = item.putArray("versions");
      for (var version : catalog.groups().getOrDefault(group, List.of())) {
        var described = versions.addObject().put("version", version);
        aggregate(described.putArray("resources"), group, version);
        described.put("freshness", "Current");
      }
    }
    return new Reply(200, AGGREGATED, Json.bytes(list));
  }

  private void aggregate(ArrayNode resources, String group, String version) {
    for (var type : of(group, version)) {
      var resource = resources.addObject().put("resource", type.plural());
      kind(resource.putObject("responseKind"), group, version, type.kind());
      resource.put("scope", type.namespaced() ? "Namespaced" : "Cluster");
      resource.put("singularResource", type.singular());
      addAll(resource.putArray("verbs"), verbs(type));
      names(resource, type);
      var subresources = subresources(type);
      if (!subresources.isEmpty()) {
        var array = resource.putArray("subresources");
        for (var name : subresources) {
          var subresource = array.addObject().put("subresource", name);
          var kind = subresource.putObject("responseKind");
          if (name.equals("scale")) {
            kind(kind, "autoscaling", "v1", "Scale");
          } else {
            kind(kind, group, version, type.kind());
          }
          addAll(subresource.putArray("verbs"), SUBRESOURCE_VERBS);
        }
      }
    }
    for (var review : reviews(group, version)) {
      var resource = resources.addObject().put("resource", review.plural());
      kind(resource.putObject("responseKind"), group, version, review.kind());
      resource.put("scope", review.namespaced() ? "Namespaced" : "Cluster");
      resource.put("singularResource", review.singular()).putArray("verbs").add("create");
    }
  }

  private static void kind(ObjectNode into, String group, String version, String kind) {
    into.put("group", group).put("version", version).put("kind", kind);
  }

  private List<ResourceType> of(String group, String version) {
    return catalog.shown().stream()
        .filter(type -> type.group().equals(group) && type.version().equals(version))
        .toList();
  }

  private static List<Catalog.Review> reviews(String group, String version) {
    return Catalog.REVIEWS.stream()
        .filter(review -> review.group().equals(group) && review.version().equals(version))
        .toList();
  }

  private static List<String> subresources(ResourceType type) {
    var status = type.has(Trait.STATUS);
    if (type.scale() != null) {
      return status ? List.of("scale", "status") : List.of("scale");
    }
    return status ? List.of("status") : List.of();
  }

  /** Namespaces can't be deleted together. */
  private static List<String> verbs(ResourceType type) {
    return type.equals(Kinds.NAMESPACES)
        ? VERBS.stream().filter(verb -> !verb.equals("deletecollection")).toList()
        : VERBS;
  }

  private static boolean wantsAggregated(Call call) {
    return call.accept().contains("g=apidiscovery.k8s.io")
        && call.accept().matches(".*;\\s*v=v2\\s*[;,].*");
  }

  private static void addAll(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
