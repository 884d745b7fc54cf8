package io.burgee.sandbox.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Json;
import java.util.List;

/**
 * JSON patch, RFC 6902. Written out because the messages of failed operations reach users, and the
 * library at hand says other things.
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
      throw PatchRefused.badRequest("error decoding patch: a JSON patch is a list of operations");
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
        case "add" -> add(pointer("path"), value(), "add");
        case "remove" -> remove(pointer("path"));
        case "replace" -> replace();
        case "move" -> {
          var moved = read(pointer("from"), "move");
          remove(pointer("from"));
          add(pointer("path"), moved, "move");
        }
        case "copy" -> add(pointer("path"), read(pointer("from"), "copy").deepCopy(), "copy");
        case "test" -> test();
        default -> throw failed("Unexpected kind: " + step.path("op").asText("unknown"));
      }
    }

    private void replace() {
      var path = pointer("path");
      if (at(path).isMissingNode()) {
        throw failed(
            parent(path).isContainerNode()
                ? "replace operation does not apply: doc is missing key: "
                    + path
                    + ": missing value"
                : "replace operation does not apply: doc is missing path: "
                    + path
                    + ": missing value");
      }
      if (path.matches()) {
        root.set(0, value());
      } else if (parent(path) instanceof ObjectNode object) {
        object.set(path.last().getMatchingProperty(), value());
      } else if (parent(path) instanceof ArrayNode array) {
        array.set(path.last().getMatchingIndex(), value());
      }
    }

    private void test() {
      var path = pointer("path");
      var found = at(path);
      var wanted = step.path("value");
      var absent = (found.isMissingNode() || found.isNull());
      var equal =
          (wanted.isNull() || wanted.isMissingNode())
              ? absent
              : (!absent && Json.same(found, wanted));
      if (!equal) {
        throw failed("testing value " + path + " failed: test failed");
      }
    }

    private void add(JsonPointer path, JsonNode value, String operation) {
      if (path.matches()) {
        root.set(0, value);
      } else if (parent(path) instanceof ObjectNode object) {
        object.set(path.last().getMatchingProperty(), value);
      } else if (parent(path) instanceof ArrayNode array) {
        insert(array, path, value);
      } else {
        throw failed(
            operation
                + " operation does not apply: doc is missing path: \""
                + path
                + "\": missing value");
      }
    }

    private void insert(ArrayNode array, JsonPointer path, JsonNode value) {
      var key = path.last().getMatchingProperty();
      var index = key.equals("-") ? array.size() : path.last().getMatchingIndex();
      if (index < 0 || index > array.size()) {
        throw failed("Unable to access invalid index: " + key + ": invalid index referenced");
      }
      array.insert(index, value);
    }

    private void remove(JsonPointer path) {
      var key = path.matches() ? "" : path.last().getMatchingProperty();
      if (path.matches() || !parent(path).isContainerNode()) {
        throw failed(
            "remove operation does not apply: doc is missing path: \""
                + path
                + "\": missing value");
      }
      if (at(path).isMissingNode()) {
        throw failed(
            "error in remove for path: '"
                + path
                + "': Unable to remove nonexistent key: "
                + key
                + ": missing value");
      }
      if (parent(path) instanceof ObjectNode object) {
        object.remove(key);
      } else if (parent(path) instanceof ArrayNode array) {
        array.remove(path.last().getMatchingIndex());
      }
    }

    private JsonNode read(JsonPointer path, String operation) {
      var found = at(path);
      if (found.isMissingNode()) {
        throw failed("error in " + operation + " for path: '" + path + "': missing value");
      }
      return found;
    }

    private JsonNode at(JsonPointer path) {
      return root.get(0).at(path);
    }

    private JsonNode parent(JsonPointer path) {
      return path.matches() ? MissingNode.getInstance() : at(path.head());
    }

    private JsonNode value() {
      var value = step.get("value");
      return value == null ? JsonNodeFactory.instance.nullNode() : value.deepCopy();
    }

    private JsonPointer pointer(String name) {
      var text = step.path(name);
      try {
        if (text.isTextual()) {
          return JsonPointer.compile(text.asText());
        }
      } catch (IllegalArgumentException malformed) {
        throw failed("invalid path " + text.asText());
      }
      throw failed("operation without a string in \"" + name + "\"");
    }

    private static PatchRefused failed(String why) {
      return new PatchRefused(
          422,
          "Invalid",
          REJECTED,
          List.of(new PatchRefused.Cause("UnexpectedServerResponse", why, "")));
    }
  }
}
