package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.limit.Budget;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A JSON patch, to be applied any number of times. */
public final class JsonPatch {
  private final List<Operation> operations;
  private final Set<Node> odd;

  private JsonPatch(List<Operation> operations, Set<Node> odd) {
    this.operations = operations;
    this.odd = odd;
  }

  /**
   * Reads a patch: JSON if it begins with a bracket, else YAML, of which the first document counts.
   *
   * @throws BuildException if it is no list of operations
   */
  public static JsonPatch parse(String text, YamlLimits limits) {
    var value =
        text.startsWith("[")
            ? JsonText.read(text)
            : new JsonText.Value(yaml(text, limits), Set.of());
    return new JsonPatch(operations(value.node()), value.odd());
  }

  /** Whether it has no operation, as one of only comments. */
  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /**
   * Changes the object. All nodes in it are others afterwards, and its numbers have been doubles.
   *
   * @throws BuildException if an operation fails; the object may be changed in part then
   */
  public void apply(MappingNode object, Budget budget) {
    var patched = new Patching(new JsonRoundTrip(budget).fresh(object), odd, budget);
    operations.forEach(patched::run);
    object.clear();
    patched.result().entries().forEach(object::add);
  }

  private static Node yaml(String text, YamlLimits limits) {
    try {
      var documents = new YamlReader(Dialect.HELM, limits).read(text);
      return documents.isEmpty() ? ScalarNode.nothing() : documents.getFirst();
    } catch (YamlException e) {
      throw new BuildException(e.getMessage(), e);
    }
  }

  private static List<Operation> operations(Node node) {
    if (node.isNull()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      throw new BuildException(
          "json: cannot unmarshal " + jsonType(node) + " into Go value of type jsonpatch.Patch");
    }
    var operations = new ArrayList<Operation>(list.items().size());
    for (var item : list.items()) {
      if (!(item instanceof MappingNode) && !item.isNull()) {
        throw new BuildException(
            "json: cannot unmarshal "
                + jsonType(item)
                + " into Go value of type jsonpatch.Operation");
      }
      operations.add(Operation.of(item instanceof MappingNode fields ? fields : new MappingNode()));
    }
    return operations;
  }

  private static String jsonType(Node node) {
    return switch (node) {
      case MappingNode mapping -> "object";
      case SequenceNode list -> "array";
      case ScalarNode scalar ->
          switch (scalar.tag()) {
            case INT, FLOAT -> "number";
            case BOOL -> "bool";
            default -> "string";
          };
    };
  }
}
