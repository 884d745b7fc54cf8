package io.burgee.helm.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartFile;
import io.burgee.helm.chart.Dependencies;
import io.burgee.helm.chart.Dependency;
import io.burgee.helm.chart.Metadata;
import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.render.Hook;
import io.burgee.helm.render.Release;
import io.burgee.helm.render.Rendered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the record of a new revision. */
public final class ReleaseBuilder {
  private final Chart chart;
  private final Map<String, @Nullable Object> values;

  /**
   * The chart is stored as Helm does: with its dependencies processed, but without subcharts, since
   * a rollback takes the stored manifest.
   *
   * @param values the user's
   */
  public ReleaseBuilder(Chart chart, Map<String, @Nullable Object> values) {
    this.chart = Dependencies.process(chart, values);
    this.values = values;
  }

  /**
   * The record of that render.
   *
   * @param first when revision 1 was deployed
   */
  public ReleaseRecord record(
      Release release,
      Rendered rendered,
      Status status,
      String description,
      Instant first,
      Instant now) {
    var json = ReleaseCodec.object();
    json.put("name", release.name());
    var info = json.putObject("info");
    info.put("first_deployed", first.toString());
    info.put("last_deployed", now.toString());
    info.put("description", description);
    info.put("status", status.text());
    if (!rendered.notes().isEmpty()) {
      info.put("notes", rendered.notes());
    }
    json.set("chart", chart());
    if (!values.isEmpty()) {
      json.set("config", ReleaseCodec.parse(JsonCodec.write(values)));
    }
    json.put("manifest", rendered.manifest());
    if (!rendered.hooks().isEmpty()) {
      var hooks = json.putArray("hooks");
      rendered.hooks().forEach(hook -> hooks.add(hook(hook)));
    }
    json.put("version", release.revision());
    json.put("namespace", release.namespace());
    json.put("apply_method", "ssa");
    // As it is when it is read again.
    return new ReleaseRecord((ObjectNode) ReleaseCodec.parse(json.toString()));
  }

  private ObjectNode chart() {
    var json = ReleaseCodec.object();
    json.set("metadata", metadata(chart.metadata()));
    var lock = chart.lock();
    json.set("lock", ReleaseCodec.parse(lock == null ? "null" : JsonCodec.write(lock)));
    json.set("templates", files(chart.templates()));
    json.set("values", ReleaseCodec.parse(JsonCodec.write(chart.values())));
    var schema = chart.schema();
    if (schema == null) {
      json.putNull("schema");
    } else {
      json.put("schema", schema.data());
    }
    json.put("schemamodtime", "0001-01-01T00:00:00Z");
    json.set("files", files(chart.files()));
    return json;
  }

  private static ArrayNode files(List<ChartFile> files) {
    var array = ReleaseCodec.object().putArray("files");
    for (var file : files) {
      array
          .addObject()
          .put("name", file.name())
          .put("data", file.data())
          .put("modtime", "0001-01-01T00:00:00Z");
    }
    return array;
  }

  private static ObjectNode metadata(Metadata metadata) {
    var json = ReleaseCodec.object();
    put(json, "name", metadata.name());
    put(json, "home", metadata.home());
    put(json, "sources", metadata.sources());
    put(json, "version", metadata.version());
    put(json, "description", metadata.description());
    put(json, "keywords", metadata.keywords());
    if (!metadata.maintainers().isEmpty()) {
      var maintainers = json.putArray("maintainers");
      for (var each : metadata.maintainers()) {
        var maintainer = maintainers.addObject();
        each.forEach((name, text) -> put(maintainer, name, text));
      }
    }
    put(json, "icon", metadata.icon());
    put(json, "apiVersion", metadata.apiVersion());
    put(json, "condition", metadata.condition());
    put(json, "tags", metadata.tags());
    put(json, "appVersion", metadata.appVersion());
    if (metadata.deprecated()) {
      json.put("deprecated", true);
    }
    if (!metadata.annotations().isEmpty()) {
      metadata.annotations().forEach(json.putObject("annotations")::put);
    }
    put(json, "kubeVersion", metadata.kubeVersion());
    if (!metadata.dependencies().isEmpty()) {
      var dependencies = json.putArray("dependencies");
      metadata.dependencies().forEach(each -> dependencies.add(dependency(each)));
    }
    put(json, "type", metadata.type());
    return json;
  }

  private static ObjectNode dependency(Dependency dependency) {
    var json = ReleaseCodec.object();
    put(json, "name", dependency.name());
    put(json, "version", dependency.version());
    json.put("repository", dependency.repository());
    put(json, "condition", dependency.condition());
    put(json, "tags", dependency.tags());
    if (dependency.enabled()) {
      json.put("enabled", true);
    }
    if (!dependency.importValues().isEmpty()) {
      json.set("import-values", ReleaseCodec.parse(JsonCodec.write(dependency.importValues())));
    }
    put(json, "alias", dependency.alias());
    return json;
  }

  private static ObjectNode hook(Hook hook) {
    var json = ReleaseCodec.object();
    put(json, "name", hook.name());
    put(json, "kind", hook.kind());
    put(json, "path", hook.path());
    put(json, "manifest", hook.manifest());
    put(json, "events", hook.events());
    json.putObject("last_run").put("phase", "");
    if (hook.weight() != 0) {
      json.put("weight", hook.weight());
    }
    put(json, "delete_policies", hook.deletePolicies());
    put(json, "output_log_policies", hook.outputLogPolicies());
    return json;
  }

  private static void put(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  private static void put(ObjectNode json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      var array = json.putArray(name);
      texts.forEach(array::add);
    }
  }
}
