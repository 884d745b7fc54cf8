package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What isn't a resource: discovery, schemas, version and health. */
final class Plain {
  private static final Reply OK = new Reply(200, "text/plain; charset=utf-8", "ok".getBytes(UTF_8));

  private final Catalog catalog;
  private final Discovery discovery;
  private final OpenApi openApi;

  Plain(Catalog catalog) {
    this.catalog = catalog;
    this.discovery = new Discovery(catalog);
    this.openApi = new OpenApi(catalog);
  }

  Reply answer(Call call) {
    var path = call.path();
    if (!call.method().equals("GET")) {
      throw Failures.methodNotAllowed();
    }
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "" -> index();
      case "version" -> ServerVersion.reply();
      case "healthz", "livez", "readyz" -> OK;
      case "api" -> path.size() == 1 ? discovery.core(call) : resources("", path.get(1));
      case "apis" -> groups(call, path);
      case "openapi" -> schemas(path);
      default -> throw Failures.noSuchResource();
    };
  }

  private Reply groups(Call call, List<String> path) {
    return switch (path.size()) {
      case 1 -> discovery.groups(call);
      case 2 -> {
        if (path.get(1).isEmpty() || !catalog.groups().containsKey(path.get(1))) {
          throw Failures.noSuchResource();
        }
        yield discovery.group(path.get(1));
      }
      default -> resources(path.get(1), path.get(2));
    };
  }

  private Reply resources(String group, String version) {
    if (!catalog.groups().getOrDefault(group, List.of()).contains(version)) {
      throw Failures.noSuchResource();
    }
    return discovery.resources(group, version);
  }

  private Reply schemas(List<String> path) {
    var version = path.size() > 1 ? path.get(1) : "";
    return switch (version) {
      case "v2" -> openApi.second();
      case "v3" ->
          path.size() == 2 ? openApi.index() : openApi.document(path.subList(2, path.size()));
      default -> throw Failures.noSuchResource();
    };
  }

  private Reply index() {
    var index = Json.object();
    var paths = index.putArray("paths");
    paths.add("/api").add("/apis");
    catalog
        .groups()
        .forEach(
            (group, versions) -> {
              var root = group.isEmpty() ? "/api/" : "/apis/" + group + "/";
              versions.forEach(version -> paths.add(root + version));
            });
    List.of("/healthz", "/livez", "/readyz", "/openapi/v2", "/openapi/v3", "/version")
        .forEach(paths::add);
    return Reply.ok(index);
  }
}
