package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The types that are served: built-in ones, and custom ones as their definitions come and go. */
public final class Types {
  /**
   * One version of a type.
   *
   * @param definition the entry of {@code spec.versions} of its definition; missing for built-ins
   */
  record Served(ResourceType type, TypeRules rules, JsonNode definition) {}

  private final Map<GroupResource, List<Served>> builtin;
  private final Map<GroupResource, List<Served>> custom = new ConcurrentHashMap<>();

  Types() {
    var table = new LinkedHashMap<GroupResource, List<Served>>();
    for (var type : Kinds.all()) {
      var served = new Served(type, TypeRules.builtin(type), MissingNode.getInstance());
      table.put(type.resource(), List.of(served));
    }
    builtin = table;
  }

  /** All versions of all types: the built-in ones first, then custom ones by name. */
  public List<ResourceType> all() {
    var sorted =
        custom.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
            .flatMap(entry -> entry.getValue().stream());
    return Stream.concat(builtin.values().stream().flatMap(List::stream), sorted)
        .map(Served::type)
        .toList();
  }

  /** The type at a path of the API. */
  public Optional<ResourceType> find(String group, String version, String plural) {
    return versions(new GroupResource(group, plural)).stream()
        .map(Served::type)
        .filter(type -> type.version().equals(version))
        .findFirst();
  }

  /** The type of objects with this {@code apiVersion} and {@code kind}. */
  public Optional<ResourceType> ofKind(String apiVersion, String kind) {
    return all().stream()
        .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
        .findFirst();
  }

  /** The version's entry in the type's definition; missing for built-in types. */
  public JsonNode definition(ResourceType type) {
    return served(type).definition();
  }

  Served served(ResourceType type) {
    return versions(type.resource()).stream()
        .filter(each -> each.type().version().equals(type.version()))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiFailure(
                    404,
                    "NotFound",
                    "the server could not find the requested resource",
                    ApiFailure.Details.NONE));
  }

  void define(GroupResource resource, List<Served> versions) {
    custom.put(resource, List.copyOf(versions));
  }

  void remove(GroupResource resource) {
    custom.remove(resource);
  }

  private List<Served> versions(GroupResource resource) {
    var known = builtin.get(resource);
    return known != null ? known : custom.getOrDefault(resource, List.of());
  }
}
