package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.ResourceType;
import java.util.List;

/**
 * As much of OpenAPI as kubectl asks for: that a type's patches take {@code fieldValidation} (else
 * it wants to validate by itself), and the schemas of custom resources for {@code explain}.
 */
final class OpenApi {
  private final Catalog catalog;

  OpenApi(Catalog catalog) {
    this.catalog = catalog;
  }

  /** {@code /openapi/v2}: present, but without schemas. */
  Reply second() {
    var document = Json.object().put("swagger", "2.0");
    document.putObject("info").put("title", "Kubernetes").put("version", ServerVersion.TEXT);
    document.putObject("paths");
    document.putObject("definitions");
    return Reply.ok(document);
  }

  /** {@code /openapi/v3}: where the document of each group and version is. */
  Reply index() {
    var index = Json.object();
    var paths = index.putObject("paths");
    catalog
        .groups()
        .forEach(
            (group, versions) -> {
              for (var version : versions) {
                var path = path(group, version);
                paths.putObject(path).put("serverRelativeURL", "/openapi/v3/" + path);
              }
            });
    return Reply.ok(index);
  }

  /** {@code /openapi/v3/apis/GROUP/VERSION} or {@code /openapi/v3/api/VERSION}. */
  Reply document(List<String> path) {
    var core = path.size() == 2 && path.getFirst().equals("api");
    var group = core ? "" : path.size() == 3 ? path.get(1) : "-";
    var version = path.getLast();
    var types =
        catalog.shown().stream()
            .filter(type -> type.group().equals(group) && type.version().equals(version))
            .toList();
    if (!catalog.groups().getOrDefault(group, List.of()).contains(version)) {
      throw Failures.noSuchResource();
    }
    var document = Json.object().put("openapi", "3.0.0");
    document.putObject("info").put("title", "Kubernetes").put("version", ServerVersion.TEXT);
    var paths = document.putObject("paths");
    var schemas = document.putObject("components").putObject("schemas");
    for (var type : types) {
      var scope = type.namespaced() ? "/namespaces/{namespace}" : "";
      var patch =
          paths
              .putObject("/" + path(group, version) + scope + "/" + type.plural() + "/{name}")
              .putObject("patch");
      var parameters = patch.putArray("parameters");
      for (var name : List.of("dryRun", "fieldManager", "fieldValidation", "force")) {
        var parameter = parameters.addObject().put("name", name).put("in", "query");
        parameter.putObject("schema").put("type", "string");
      }
      kind(patch.putObject("x-kubernetes-group-version-kind"), type);
      schemas.set(schemaName(type), schema(type));
    }
    return Reply.ok(document);
  }

  private ObjectNode schema(ResourceType type) {
    var declared = catalog.types().definition(type).path("schema").path("openAPIV3Schema");
    var schema =
        declared instanceof ObjectNode object
            ? object.deepCopy()
            : Json.object().put("type", "object");
    kind(schema.putArray("x-kubernetes-group-version-kind").addObject(), type);
    return schema;
  }

  private static void kind(ObjectNode into, ResourceType type) {
    into.put("group", type.group()).put("version", type.version()).put("kind", type.kind());
  }

  private static String schemaName(ResourceType type) {
    var group = type.group().isEmpty() ? "io.k8s.api.core" : type.group();
    return group + "." + type.version() + "." + type.kind();
  }

  private static String path(String group, String version) {
    return group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
  }
}
