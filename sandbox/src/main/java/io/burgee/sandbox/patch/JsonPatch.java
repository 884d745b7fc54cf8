package io.burgee.sandbox.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Json;
import java.util.List;

/**
 * JSON patch, RFC 6902, as Kubernetes reads it. Written out, as it reads it differently from the
 * library at hand: to replace or to copy what isn't there is no failure.
 */
public final class JsonPatch {
  private static final String REJECTED =
      "the server rejected our request due to an error in our request";

  private JsonPatch() {}

  /**
   * The patched copy of {@code document}.
   *
   * @throws PatchRefused when the patch is malformed (400) or one of its operations fails (422)
   */
  public static JsonNode apply(JsonNode document, JsonNode patch) {
    if (!(patch instanceof ArrayNode operations)) {
      throw PatchRefused.badRequest(
          "json: cannot unmarshal object into Go value of type jsonpatch.Patch");
    }
    var root = JsonNodeFactory.instance.arrayNode().add(document.deepCopy());
    for (var operation : operations) {
      new Operation(root, operation).run();
    }
    return root.get(0);
  }

  /** One operation. The document hangs in a list of one, so that its root can be replaced too. */
  private record Operation(ArrayNode root, JsonNode step) {

    void run() {
      switch (step.path("op").asText()) {
        case "add" -> add(pointer("path"), value());
        case "remove" -> remove(pointer("path"));
        case "replace" -> replace(pointer("path"));
        case "move" -> {
          var from = pointer("from");
          var moved = at(from);
          remove(from);
          add(pointer("path"), moved);
        }
        case "copy" -> {
          var copied = at(pointer("from"));
          add(pointer("path"), copied.isMissingNode() ? NullNode.getInstance() : copied.deepCopy());
        }
        case "test" -> test();
        default -> throw failed();
      }
    }

    /** Unlike the RFC, and like Kubernetes: a missing field of an object is added. */
    private void replace(JsonPointer path) {
      if (path.matches()) {
        root.set(0, value());
      } else if (parent(path) instanceof ObjectNode object) {
        object.set(path.last().getMatchingProperty(), value());
      } else if (parent(path) instanceof ArrayNode array && array.has(index(path))) {
        array.set(index(path), value());
      } else {
        throw failed();
      }
    }

    private void test() {
      var found = at(pointer("path"));
      var wanted = value();
      var absent = found.isMissingNode() || found.isNull();
      if (wanted.isNull() ? !absent : !Json.same(found, wanted)) {
        throw failed();
      }
    }

    private void add(JsonPointer path, JsonNode value) {
      if (path.matches()) {
        root.set(0, value);
      } else if (parent(path) instanceof ObjectNode object) {
        object.set(path.last().getMatchingProperty(), value);
      } else if (parent(path) instanceof ArrayNode array) {
        var last = path.last().getMatchingProperty().equals("-");
        var index = last ? array.size() : index(path);
        if (index < 0 || index > array.size()) {
          throw failed();
        }
        array.insert(index, value);
      } else {
        throw failed();
      }
    }

    private void remove(JsonPointer path) {
      if (path.matches() || at(path).isMissingNode()) {
        throw failed();
      }
      if (parent(path) instanceof ObjectNode object) {
        object.remove(path.last().getMatchingProperty());
      } else if (parent(path) instanceof ArrayNode array) {
        array.remove(index(path));
      }
    }

    private static int index(JsonPointer path) {
      return path.last().getMatchingIndex();
    }

    private JsonNode at(JsonPointer path) {
      return root.get(0).at(path);
    }

    private JsonNode parent(JsonPointer path) {
      return at(path.head());
    }

    private JsonNode value() {
      var value = step.get("value");
      return value == null ? NullNode.getInstance() : value.deepCopy();
    }

    private JsonPointer pointer(String name) {
      var text = step.path(name).asText("");
      if (!step.path(name).isTextual() || !(text.isEmpty() || text.startsWith("/"))) {
        throw failed();
      }
      return JsonPointer.compile(text);
    }

    /** Kubernetes doesn't say which operation failed, or why. */
    private static PatchRefused failed() {
      return new PatchRefused(422, "Invalid", REJECTED, List.of());
    }
  }
}
