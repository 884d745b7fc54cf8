package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.DeleteOptions;
import io.burgee.sandbox.store.DeleteOptions.Propagation;
import io.burgee.sandbox.store.Meta;
import io.burgee.sandbox.store.ResourceType.Trait;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import java.util.ArrayList;
import java.util.List;

/** Creates, replaces and deletes. */
final class Writer {
  private final Store store;
  private final Tables tables;
  private final Reader reader;

  Writer(Store store, Tables tables, Reader reader) {
    this.store = store;
    this.tables = tables;
    this.reader = reader;
  }

  Reply create(Call call, Target target) {
    var object = body(call, target);
    var created =
        store.create(
            target.endpoint().stored(),
            target.endpoint().toStore().apply(object),
            call.writeOptions());
    return rendered(201, call, target, created);
  }

  Reply update(Call call, Target target, Subresource subresource) {
    var object = body(call, target);
    var type = target.endpoint().shown();
    var name = Meta.name(object);
    if (!name.equals(target.name())) {
      throw ApiFailure.badRequest(
          "the name of the object (%s) does not match the name on the URL (%s)"
              .formatted(name, target.name()));
    }
    var stored = reader.find(target);
    if (Meta.revision(object).isEmpty() && needsRevision(target)) {
      var problem =
          new Problem(
              "FieldValueInvalid",
              "metadata.resourceVersion",
              "Invalid value: 0: must be specified for an update");
      throw ApiFailure.invalid(type, Meta.name(stored), List.of(problem));
    }
    var updated =
        store.update(
            target.endpoint().stored(),
            target.endpoint().toStore().apply(object),
            subresource,
            call.writeOptions());
    return rendered(200, call, target, updated);
  }

  /** Deletes one object. */
  Reply delete(Call call, Target target) {
    var object = reader.find(target);
    var left = store.delete(target.endpoint().stored(), target.key(), options(call));
    if (left.isPresent()) {
      return rendered(200, call, target, left.get());
    }
    var status = Reply.status("Success");
    var details = status.putObject("details").put("name", target.name());
    var type = target.endpoint().shown();
    if (!type.group().isEmpty()) {
      details.put("group", type.group());
    }
    details.put("kind", type.plural()).put("uid", Meta.uid(object));
    return Reply.ok(status);
  }

  /** Deletes what a list with the same parameters shows. */
  Reply deleteCollection(Call call, Target target) {
    var page = reader.page(call, target);
    var options = options(call);
    var type = target.endpoint().stored();
    var deleted = new ArrayList<ObjectNode>();
    for (var object : page.objects()) {
      var key = type.key(Meta.namespace(object), Meta.name(object));
      if (store.get(type, key).isPresent()) {
        deleted.add(store.delete(type, key, options).orElse(object));
      }
    }
    return Reply.ok(Rendering.of(call, target.endpoint(), tables).list(deleted, page.metadata()));
  }

  Reply rendered(int code, Call call, Target target, ObjectNode object) {
    return Reply.json(code, Rendering.of(call, target.endpoint(), tables).one(object));
  }

  /** The object sent, with the namespace of the path; 400 when it is for another place. */
  ObjectNode body(Call call, Target target) {
    var object = call.object();
    var type = target.endpoint().shown();
    var apiVersion = object.path("apiVersion").asText("");
    var kind = object.path("kind").asText("");
    if (!(apiVersion.isEmpty() || apiVersion.equals(type.apiVersion()))
        || !(kind.isEmpty() || kind.equals(type.kind()))) {
      throw ApiFailure.badRequest(
          "%s in version \"%s\" cannot be handled as a %s: it is sent to the path of %s"
              .formatted(kind, apiVersion, type.kind(), type.apiVersion()));
    }
    place(object, target);
    return object;
  }

  /** Sets the namespace of the path. */
  static void place(ObjectNode object, Target target) {
    var namespace = Meta.namespace(object);
    if (target.endpoint().shown().namespaced()) {
      if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
        throw ApiFailure.badRequest(
            "the namespace of the provided object does not match the namespace sent on the"
                + " request");
      }
      Meta.of(object).put("namespace", target.namespace());
    } else {
      Meta.of(object).remove("namespace");
    }
  }

  /** Types that may not be replaced without saying which revision is replaced. */
  private static boolean needsRevision(Target target) {
    var type = target.endpoint().stored();
    return type.has(Trait.CUSTOM)
        || type.group().equals("coordination.k8s.io")
        || type.group().equals("apiextensions.k8s.io");
  }

  private static DeleteOptions options(Call call) {
    var body = call.hasBody() ? call.object() : Json.object();
    var policy = call.param("propagationPolicy");
    if (policy.isEmpty()) {
      policy = body.path("propagationPolicy").asText("");
    }
    var orphan = call.flag("orphanDependents") || body.path("orphanDependents").asBoolean();
    var dryRun = call.dryRun() || !body.path("dryRun").isEmpty();
    var preconditions = body.path("preconditions");
    return new DeleteOptions(
        orphan ? Propagation.ORPHAN : propagation(policy),
        preconditions.path("uid").asText(""),
        preconditions.path("resourceVersion").asText(""),
        dryRun);
  }

  private static Propagation propagation(String policy) {
    return switch (policy) {
      case "", "Background" -> Propagation.BACKGROUND;
      case "Foreground" -> Propagation.FOREGROUND;
      case "Orphan" -> Propagation.ORPHAN;
      default -> throw ApiFailure.badRequest("unknown propagationPolicy: " + policy);
    };
  }
}
