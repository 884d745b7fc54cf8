package io.burgee.kustomize.resource;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.JsonWriter;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads the objects of a YAML text. */
public final class ResourceReader {
  private static final Set<String> WRAPPERS = Set.of("List", "ResourceList");

  private final Schema schema;
  private final Budget budget;
  private final YamlReader yaml;

  public ResourceReader(Schema schema, Budget budget) {
    this.schema = schema;
    this.budget = budget;
    this.yaml = new YamlReader(Dialect.KUSTOMIZE, budget.limits().yaml());
  }

  /**
   * All objects of the text in order; those of lists come last.
   *
   * @throws BuildException if it isn't YAML, or something in it no object
   */
  public List<Resource> read(String text) {
    budget.look();
    var objects = objects(text);
    var resources = new ArrayList<Resource>(objects.size());
    for (var object : objects) {
      resources.add(new Resource(object, schema));
    }
    return resources;
  }

  private List<MappingNode> objects(String text) {
    Deque<MappingNode> waiting = new ArrayDeque<>();
    for (var node : documents(text)) {
      addChecked(node, waiting);
    }
    var objects = new ArrayList<MappingNode>(waiting.size());
    while (!waiting.isEmpty()) {
      budget.work();
      var object = waiting.removeFirst();
      var items = isList(object) ? object.get("items") : null;
      if (items == null) {
        objects.add(object);
      } else {
        expand(object, items, waiting);
      }
      budget.objects(objects.size() + waiting.size());
    }
    return objects;
  }

  private static boolean isList(MappingNode object) {
    return text(object, "kind").endsWith("List");
  }

  private void expand(MappingNode list, Node items, Deque<MappingNode> waiting) {
    if (items.isNull()) {
      return;
    }
    if (!(items instanceof SequenceNode sequence)) {
      throw new BuildException(
          "expected array in "
              + text(list, "kind")
              + "/items, but found "
              + (items instanceof MappingNode ? "map[string]interface {}" : goType(items)));
    }
    for (var item : sequence.items()) {
      addChecked(throughJson(item), waiting);
    }
  }

  /** The real tool makes JSON of such items, and reads that: dates and numbers don't stay. */
  private Node throughJson(Node item) {
    return item.isNull() ? item : parse(JsonWriter.compact(item)).getFirst();
  }

  private static String goType(Node scalar) {
    return switch (((ScalarNode) scalar).tag()) {
      case INT -> "int";
      case FLOAT -> "float64";
      case BOOL -> "bool";
      case TIMESTAMP -> "time.Time";
      case STRING, BINARY, NULL -> "string";
    };
  }

  private List<Node> documents(String text) {
    var pieces = Documents.split(text);
    var nodes = new ArrayList<Node>(pieces.size());
    for (var piece : pieces) {
      var documents = parse(piece);
      if (!documents.isEmpty()) {
        nodes.add(documents.getFirst());
      }
    }
    return pieces.size() == 1 && nodes.size() == 1 ? unwrapped(nodes) : nodes;
  }

  private List<Node> parse(String piece) {
    try {
      var first = yaml.readFirst(piece); // what follows an end mark isn't looked at
      return first == null ? List.of() : List.of(first);
    } catch (YamlException e) {
      throw new BuildException("MalformedYAMLError: " + e.getMessage(), e);
    }
  }

  /** What is in a list that is all there is; its items stay as they were written. */
  private static List<Node> unwrapped(List<Node> nodes) {
    if (nodes.getFirst() instanceof MappingNode wrapper
        && WRAPPERS.contains(text(wrapper, "kind"))
        && (wrapper.has("items") || wrapper.has("functionConfig"))) {
      return wrapper.get("items") instanceof SequenceNode items ? items.items() : List.of();
    }
    return nodes;
  }

  private static void addChecked(Node node, Deque<MappingNode> to) {
    if (node.isNull() || (node instanceof SequenceNode list && list.items().isEmpty())) {
      return;
    }
    if (!(node instanceof MappingNode object)) {
      throw new BuildException("missing Resource metadata");
    }
    if (object.isEmpty()) {
      return;
    }
    ObjectCheck.check(object);
    to.addLast(object);
  }

  private static String text(MappingNode mapping, String key) {
    return mapping.get(key) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
