package io.burgee.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.patch.FieldWriter;
import io.burgee.sandbox.patch.JsonPatch;
import io.burgee.sandbox.patch.ManagedFields;
import io.burgee.sandbox.patch.MergePatch;
import io.burgee.sandbox.patch.PatchRefused;
import io.burgee.sandbox.patch.ServerSideApply;
import io.burgee.sandbox.patch.StrategicMergePatch;
import io.burgee.sandbox.schema.BuiltinDefaults;
import io.burgee.sandbox.schema.BuiltinTypes;
import io.burgee.sandbox.schema.BuiltinValidation;
import io.burgee.sandbox.schema.CrdSchema;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.schema.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts the functions together as an API server does, around one object. */
final class PureServer {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Set<String> NO_STATUS_DOOR = Set.of("ConfigMap", "Secret", "Lease");

  private final CrdSchema schema;
  private final Shape customShape;
  private @Nullable ObjectNode stored;

  PureServer(JsonNode definition) {
    schema = CrdSchema.of(definition.at("/spec/versions/0/schema/openAPIV3Schema"));
    customShape = schema.shape();
  }

  /** The answer: the object and whether it changed, or the refusal. */
  ObjectNode play(JsonNode step) {
    try {
      return answer(write(step));
    } catch (PatchRefused refused) {
      var causes = JsonNodeFactory.instance.arrayNode();
      for (var cause : refused.causes()) {
        var json = causes.addObject().put("reason", cause.reason()).put("message", cause.message());
        if (!cause.field().isEmpty()) {
          json.put("field", cause.field());
        }
      }
      var message = refused.getMessage() == null ? "" : refused.getMessage();
      return refusal(refused.code(), refused.reason(), message, causes);
    } catch (Invalid invalid) {
      return invalid.answer;
    }
  }

  private ObjectNode write(JsonNode step) {
    var old = stored;
    var body = step.path("body");
    var writer = writer(step, old == null ? body : old);
    return switch (step.path("do").asText()) {
      case "apply" -> {
        var applied =
            ServerSideApply.apply(
                old, (ObjectNode) body.deepCopy(), writer, step.path("force").asBoolean(), NOW);
        yield admit(applied, step, writer);
      }
      case "create" -> owned(null, admit((ObjectNode) body.deepCopy(), step, writer), writer);
      case "merge" -> patched(step, writer, live -> MergePatch.apply(live, body));
      case "json" -> patched(step, writer, live -> JsonPatch.apply(live, body));
      case "strategic" ->
          patched(
              step,
              writer,
              live ->
                  StrategicMergePatch.apply((ObjectNode) live, (ObjectNode) body, writer.shape()));
      case String other -> throw new IllegalArgumentException(other);
    };
  }

  private ObjectNode patched(JsonNode step, FieldWriter writer, UnaryOperator<JsonNode> patch) {
    var live = stored();
    var wanted = (ObjectNode) patch.apply(live.deepCopy());
    return owned(live, admit(wanted, step, writer), writer);
  }

  private static ObjectNode owned(@Nullable ObjectNode before, ObjectNode after, FieldWriter by) {
    ManagedFields.afterUpdate(before, after, by, NOW);
    return after;
  }

  private ObjectNode admit(ObjectNode object, JsonNode step, FieldWriter writer) {
    keepOtherDoor(object, writer);
    if (!writer.custom()) {
      BuiltinTypes.decodingError(object).ifPresent(why -> refuse(object, why));
    }
    var unknown = writer.custom() ? schema.prune(object) : BuiltinTypes.prune(object);
    if (step.path("validation").asText().equals("Strict") && !unknown.isEmpty()) {
      var fields = unknown.stream().map(path -> "unknown field \"" + path + '"').toList();
      refuse(object, "strict decoding error: " + String.join(", ", fields));
    }
    List<Problem> problems;
    if (writer.custom()) {
      schema.fillDefaults(object);
      problems = schema.validate(object);
    } else {
      BuiltinDefaults.fill(object);
      problems = BuiltinValidation.check(object, stored);
    }
    if (!problems.isEmpty()) {
      throw new Invalid(invalid(object, problems));
    }
    return object;
  }

  /** A write through one door leaves what is behind the other as it was. */
  private void keepOtherDoor(ObjectNode object, FieldWriter writer) {
    if (!writer.statusSubresource()) {
      return;
    }
    var old = stored == null ? JsonNodeFactory.instance.objectNode() : stored;
    var doors = !writer.subresource().equals("status") ? List.of("status") : List.of("spec");
    for (var door : doors) {
      if (old.has(door)) {
        object.set(door, old.get(door).deepCopy());
      } else {
        object.remove(door);
      }
    }
    if (writer.subresource().equals("status")) {
      var labels = old.path("metadata").get("labels");
      if (labels == null) {
        object.withObject("/metadata").remove("labels");
      } else {
        object.withObject("/metadata").set("labels", labels.deepCopy());
      }
    }
  }

  private FieldWriter writer(JsonNode step, JsonNode object) {
    var apiVersion = object.path("apiVersion").asText();
    var kind = object.path("kind").asText();
    var custom = kind.equals("Widget");
    return new FieldWriter(
        step.path("manager").asText(),
        apiVersion,
        step.path("subresource").asText(""),
        custom ? customShape : BuiltinTypes.shape(apiVersion, kind).orElseThrow(),
        !NO_STATUS_DOOR.contains(kind),
        custom);
  }

  private ObjectNode answer(ObjectNode object) {
    var before = stored;
    stored = object;
    var shown = object.deepCopy();
    for (var entry : shown.path("metadata").path("managedFields")) {
      if (entry.has("time")) {
        ((ObjectNode) entry).put("time", "T");
      }
    }
    var answer = JsonNodeFactory.instance.objectNode();
    answer.set("object", shown);
    answer.put("changed", !object.equals(before));
    return answer;
  }

  private ObjectNode stored() {
    if (stored == null) {
      throw new IllegalStateException("nothing is stored yet");
    }
    return stored;
  }

  private static void refuse(ObjectNode object, String why) {
    var kind = object.path("kind").asText();
    var message = kind + " in version \"v1\" cannot be handled as a " + kind + ": " + why;
    throw new Invalid(refusal(400, "BadRequest", message, JsonNodeFactory.instance.arrayNode()));
  }

  private static ObjectNode invalid(ObjectNode object, List<Problem> problems) {
    var causes = JsonNodeFactory.instance.arrayNode();
    for (var problem : problems) {
      causes
          .addObject()
          .put("reason", problem.reason())
          .put("message", problem.message())
          .put("field", problem.field());
    }
    var apiVersion = object.path("apiVersion").asText();
    var group = apiVersion.contains("/") ? apiVersion.split("/", -1)[0] : "";
    return refusal(
        422,
        "Invalid",
        Problem.invalidMessage(group, object.path("kind").asText(), "x", problems),
        causes);
  }

  private static ObjectNode refusal(int code, String reason, String message, JsonNode causes) {
    var answer = JsonNodeFactory.instance.objectNode();
    answer.put("code", code).put("reason", reason).put("message", message).set("causes", causes);
    return answer;
  }

  static void each(JsonNode list, Consumer<ObjectNode> action) {
    list.forEach(item -> action.accept((ObjectNode) item));
  }

  /** A refusal on its way out. */
  private static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ObjectNode answer;

    Invalid(ObjectNode answer) {
      this.answer = answer;
    }
  }
}
