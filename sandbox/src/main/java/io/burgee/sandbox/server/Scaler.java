package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.LabelSelector;
import io.burgee.sandbox.store.Meta;
import io.burgee.sandbox.store.ResourceType.ScalePaths;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import java.util.List;

/** The scale subresource: one shape for whatever has replicas. */
final class Scaler {
  private final Store store;
  private final Reader reader;
  private final Patcher patcher;

  Scaler(Store store, Reader reader, Patcher patcher) {
    this.store = store;
    this.reader = reader;
    this.patcher = patcher;
  }

  Reply handle(Call call, Target target, ScalePaths paths) {
    return switch (call.method()) {
      case "GET" -> Reply.ok(scale(reader.find(target), paths));
      case "PUT" -> {
        var wanted = call.object();
        yield write(call, target, paths, current -> wanted);
      }
      case "PATCH" -> {
        var change = patcher.change(call, target);
        yield write(call, target, paths, change::apply);
      }
      default -> throw Failures.methodNotAllowed();
    };
  }

  private interface Change {
    ObjectNode apply(ObjectNode scale);
  }

  private Reply write(Call call, Target target, ScalePaths paths, Change change) {
    reader.find(target);
    var written =
        store.edit(
            target.endpoint().stored(),
            target.key(),
            Subresource.SCALE,
            call.writeOptions(),
            object -> {
              var wanted = change.apply(scale(object, paths));
              var replicas = wanted.path("spec").path("replicas").asInt(0);
              requireValid(target, replicas);
              Meta.of(object)
                  .set("resourceVersion", wanted.path("metadata").path("resourceVersion"));
              set(object, paths.specReplicas(), replicas);
              return object;
            });
    return Reply.ok(scale(written, paths));
  }

  private static void requireValid(Target target, int replicas) {
    if (replicas < 0) {
      var message = "Invalid value: %d: must be greater than or equal to 0".formatted(replicas);
      throw ApiFailure.invalid(
          target.endpoint().shown(),
          target.name(),
          List.of(new Problem("FieldValueInvalid", "spec.replicas", message)));
    }
  }

  private static ObjectNode scale(ObjectNode object, ScalePaths paths) {
    var scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
    var metadata = scale.putObject("metadata");
    for (var field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
      var value = object.path("metadata").path(field);
      if (!value.isMissingNode()) {
        metadata.set(field, value);
      }
    }
    var spec = scale.putObject("spec");
    var replicas = Cells.at(object, paths.specReplicas());
    if (replicas.isNumber()) {
      spec.put("replicas", replicas.asInt());
    }
    var status = scale.putObject("status");
    status.put("replicas", Cells.at(object, paths.statusReplicas()).asInt(0));
    var selector = paths.selector().isEmpty() ? "" : text(Cells.at(object, paths.selector()));
    if (!selector.isEmpty()) {
      status.put("selector", selector);
    }
    return scale;
  }

  /** Custom resources keep the selector as text already. */
  private static String text(JsonNode selector) {
    return selector.isTextual() ? selector.asText() : LabelSelector.of(selector).text();
  }

  private static void set(ObjectNode object, String path, int value) {
    var fields = path.split("\\.", -1);
    var node = object;
    for (var i = 0; i < fields.length - 1; i++) {
      node = node.get(fields[i]) instanceof ObjectNode next ? next : node.putObject(fields[i]);
    }
    node.put(fields[fields.length - 1], value);
  }
}
