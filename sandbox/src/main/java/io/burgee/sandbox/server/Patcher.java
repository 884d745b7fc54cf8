package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.patch.JsonPatch;
import io.burgee.sandbox.patch.MergePatch;
import io.burgee.sandbox.patch.PatchRefused;
import io.burgee.sandbox.patch.StrategicMergePatch;
import io.burgee.sandbox.schema.BuiltinTypes;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.schema.Shape;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.Meta;
import io.burgee.sandbox.store.ResourceType.Trait;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import java.util.function.UnaryOperator;

/** The four kinds of patches. */
final class Patcher {
  static final String APPLY = "application/apply-patch+yaml";
  private static final String JSON_PATCH = "application/json-patch+json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String STRATEGIC = "application/strategic-merge-patch+json";

  private final Store store;
  private final Writer writer;

  Patcher(Store store, Writer writer) {
    this.store = store;
    this.writer = writer;
  }

  Reply patch(Call call, Target target, Subresource subresource) {
    if (call.contentType().equals(APPLY)) {
      return apply(call, target, subresource);
    }
    var change = change(call, target);
    var endpoint = target.endpoint();
    UnaryOperator<ObjectNode> onShown =
        stored -> endpoint.toStore().apply(change.apply(endpoint.toClient().apply(stored)));
    var patched =
        store.edit(endpoint.stored(), target.key(), subresource, call.writeOptions(), onShown);
    return writer.rendered(200, call, target, patched);
  }

  /** What the patch in {@code call} does to an object as the client sees it. */
  UnaryOperator<ObjectNode> change(Call call, Target target) {
    var patch = call.json();
    return switch (call.contentType()) {
      case JSON_PATCH -> object -> refusing(target, () -> JsonPatch.apply(object, patch));
      case MERGE_PATCH -> object -> refusing(target, () -> MergePatch.apply(object, patch));
      case STRATEGIC -> strategic(target, object(patch));
      default -> throw unknown(target);
    };
  }

  private static UnaryOperator<ObjectNode> strategic(Target target, ObjectNode patch) {
    var type = target.endpoint().shown();
    if (type.has(Trait.CUSTOM)) {
      throw unknown(target);
    }
    var shape = BuiltinTypes.shape(type.apiVersion(), type.kind()).orElse(Shape.Any.ANY);
    return object -> refusing(target, () -> StrategicMergePatch.apply(object, patch, shape));
  }

  private static ApiFailure unknown(Target target) {
    var general = String.join(", ", JSON_PATCH, MERGE_PATCH, APPLY);
    var custom = target.endpoint().shown().has(Trait.CUSTOM);
    return Failures.unsupportedMediaType(custom ? general : general + ", " + STRATEGIC);
  }

  private Reply apply(Call call, Target target, Subresource subresource) {
    if (call.param("fieldManager").isEmpty()) {
      throw Failures.invalidOptions(
          "PatchOptions",
          new Problem(
              "FieldValueRequired", "fieldManager", "Required value: is required for apply patch"));
    }
    var intent = writer.body(call, target);
    if (Meta.name(intent).isEmpty()) {
      Meta.of(intent).put("name", target.name());
    }
    if (!Meta.name(intent).equals(target.name())) {
      throw ApiFailure.badRequest(
          "the name of the object (%s) does not match the name on the URL (%s)"
              .formatted(Meta.name(intent), target.name()));
    }
    var type = target.endpoint().stored();
    var existed = store.get(type, target.key()).isPresent();
    var applied =
        store.apply(
            type,
            target.key(),
            target.endpoint().toStore().apply(intent),
            call.flag("force"),
            subresource,
            call.writeOptions());
    return writer.rendered(existed ? 200 : 201, call, target, applied);
  }

  private interface Patch {
    JsonNode apply();
  }

  private static ObjectNode refusing(Target target, Patch patch) {
    try {
      return object(patch.apply());
    } catch (PatchRefused refused) {
      throw Store.failure(target.endpoint().shown(), target.name(), refused);
    }
  }

  private static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw ApiFailure.badRequest("the patched object isn't an object");
  }
}
