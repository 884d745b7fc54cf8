package io.burgee.kustomize.file;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Shape.Field;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads structs the way the real tool does: YAML is first made JSON, whose keys are sorted, so of
 * several mistakes the one with the first key is told.
 */
final class StructReader {
  private final boolean knownFieldsOnly;
  private final boolean anyTexts;

  /**
   * @param knownFieldsOnly whether fields that the shape doesn't have are refused
   * @param anyTexts whether numbers and booleans are texts as well, but for those in types that are
   *     embedded in others: there the real tool is strict
   */
  StructReader(boolean knownFieldsOnly, boolean anyTexts) {
    this.knownFieldsOnly = knownFieldsOnly;
    this.anyTexts = anyTexts;
  }

  Struct root(Node node, Shape shape) {
    if (node.isNull()) {
      return Struct.EMPTY;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw new BuildException(
          "json: cannot unmarshal "
              + word(node)
              + " into Go value of type "
              + shape.qualifiedName());
    }
    return struct(mapping, shape, "", anyTexts);
  }

  private Struct struct(MappingNode mapping, Shape shape, String path, boolean texts) {
    var values = new HashMap<String, Object>();
    for (var entry : sorted(mapping).entrySet()) {
      var field = shape.field(entry.getKey());
      if (field != null) {
        var place =
            new Place(shape, path + field.path(), texts && field.path().equals(field.name()));
        var value = value(entry.getValue(), field, place);
        if (value != null) {
          values.put(field.name(), value);
        }
      } else if (knownFieldsOnly) {
        throw new BuildException("json: unknown field " + Messages.quoted(entry.getKey()));
      }
    }
    return new Struct(values);
  }

  /** Where a value is: the innermost struct, and the way there from the outermost. */
  private record Place(Shape shape, String path, boolean anyTexts) {
    BuildException wrong(String found, String wanted) {
      return new BuildException(
          "json: cannot unmarshal "
              + found
              + " into Go struct field "
              + shape.typeName()
              + "."
              + path
              + " of type "
              + wanted);
    }
  }

  private @Nullable Object value(Node node, Field field, Place place) {
    if (node.isNull()) {
      return null;
    }
    return switch (field.type()) {
      case TEXT -> text(node, field.goType(), place);
      case FLAG -> flag(node, field, place);
      case INTEGER -> integer(node, field, place);
      case TEXTS -> texts(node, field, place);
      case TEXT_MAP -> textMap(node, field, place);
      case STRUCT -> struct(node, field, field.goType(), place);
      case STRUCTS -> structs(node, field, place);
      case ANY -> node;
    };
  }

  private String text(Node node, String goType, Place place) {
    if (node instanceof ScalarNode scalar) {
      if (node.isNull()) {
        return "";
      }
      switch (scalar.tag()) {
        case STRING, TIMESTAMP, BINARY, NULL -> {
          return scalar.text();
        }
        case BOOL -> {
          if (place.anyTexts()) {
            return Boolean.toString(JsonScalars.isTrue(scalar));
          }
        }
        case INT, FLOAT -> {
          if (place.anyTexts()) {
            return JsonScalars.number(scalar);
          }
        }
      }
    }
    throw place.wrong(word(node), goType);
  }

  private Boolean flag(Node node, Field field, Place place) {
    if (node instanceof ScalarNode scalar && scalar.tag() == io.burgee.yaml.Tag.BOOL) {
      return JsonScalars.isTrue(scalar);
    }
    throw place.wrong(word(node), field.goType());
  }

  private Long integer(Node node, Field field, Place place) {
    if (!(node instanceof ScalarNode scalar) || !word(node).equals("number")) {
      throw place.wrong(word(node), field.goType());
    }
    var number = JsonScalars.number(scalar);
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException notAnInteger) {
      throw place.wrong("number " + number, field.goType());
    }
  }

  private List<String> texts(Node node, Field field, Place place) {
    if (!(node instanceof SequenceNode sequence)) {
      throw place.wrong(word(node), field.goType());
    }
    var texts = new ArrayList<String>(sequence.items().size());
    for (var item : sequence.items()) {
      texts.add(text(item, field.itemType(), place));
    }
    return texts;
  }

  private Map<String, String> textMap(Node node, Field field, Place place) {
    if (!(node instanceof MappingNode mapping)) {
      throw place.wrong(word(node), field.goType());
    }
    var texts = new TreeMap<String, String>(CodePoints.ORDER);
    sorted(mapping).forEach((key, value) -> texts.put(key, text(value, field.itemType(), place)));
    return texts;
  }

  private Struct struct(Node node, Field field, String goType, Place place) {
    if (node.isNull()) {
      return Struct.EMPTY;
    }
    if (!(node instanceof MappingNode mapping) || field.shape() == null) {
      throw place.wrong(word(node), goType);
    }
    return struct(mapping, field.shape(), place.path() + ".", place.anyTexts());
  }

  private List<Struct> structs(Node node, Field field, Place place) {
    if (!(node instanceof SequenceNode sequence)) {
      throw place.wrong(word(node), field.goType());
    }
    var structs = new ArrayList<Struct>(sequence.items().size());
    for (var item : sequence.items()) {
      structs.add(struct(item, field, field.itemType(), place));
    }
    return structs;
  }

  /** The entries in the order of JSON's keys; of equal keys the last. */
  private static Map<String, Node> sorted(MappingNode mapping) {
    var sorted = new TreeMap<String, Node>(CodePoints.ORDER);
    for (var entry : mapping.entries()) {
      sorted.put(JsonScalars.key(entry.key(), entry.value()), entry.value());
    }
    return sorted;
  }

  /** What JSON calls such a value. */
  private static String word(Node node) {
    return switch (node) {
      case MappingNode mapping -> "object";
      case SequenceNode sequence -> "array";
      case ScalarNode scalar ->
          switch (scalar.tag()) {
            case BOOL -> "bool";
            case INT, FLOAT -> "number";
            case STRING, TIMESTAMP, BINARY -> "string";
            case NULL -> "null";
          };
    };
  }
}
