package io.burgee.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoQuote;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Problems in the words that Helm's users know. */
final class Words {
  /** In the order in which types are named. */
  private static final List<String> TYPES =
      List.of("null", "boolean", "number", "integer", "string", "array", "object");

  private Words() {}

  /** What one keyword of one schema says about one value. */
  static String of(String keyword, List<ValidationMessage> messages) {
    var message = messages.getFirst();
    var value = message.getInstanceNode();
    var schema = message.getSchemaNode();
    return switch (keyword) {
      case "type" -> "got " + type(value) + ", want " + wanted(schema);
      case "const" -> schema.isContainerNode() ? "'const' failed" : "value must be " + text(schema);
      case "enum" -> enumeration(schema);
      case "format" -> text(value) + " is not valid " + schema.asText();
      case "required" -> missing(properties(messages).toList());
      case "dependentRequired" -> dependent(messages);
      case "additionalItems" -> "last " + messages.size() + " additionalItem(s) not allowed";
      case "additionalProperties" ->
          "additional properties "
              + quoted(properties(messages).sorted(GoStrings.ORDER).toList())
              + " not allowed";
      case "propertyNames" -> "invalid propertyName " + quote(message.getProperty());
      case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf" ->
          keyword
              + ": got "
              + Numerals.of(value.asDouble())
              + ", want "
              + Numerals.of(schema.asDouble());
      case "minLength", "maxLength" ->
          compared(keyword, value.asText().codePointCount(0, value.asText().length()), schema);
      case "minItems", "maxItems", "minProperties", "maxProperties" ->
          compared(keyword, value.size(), schema);
      case "pattern" -> quote(value.asText()) + " does not match pattern " + quote(schema.asText());
      case "uniqueItems" -> equalItems(value);
      case "contains", "minContains" ->
          "1".equals(String.valueOf(message.getArguments()[0]))
              ? "no items match contains schema"
              : message.getError();
      case "not" -> "'not' failed";
      case "false" -> "false schema";
      default -> message.getError();
    };
  }

  /** Where some of several schemas must fit, and don't. */
  static String noneFits(String keyword) {
    return "'" + keyword + "' failed" + (keyword.equals("oneOf") ? ", none matched" : "");
  }

  /** Whether more than the one schema fits that may. */
  static boolean severalMatch(ValidationMessage message) {
    return indexes(message).length > 1;
  }

  static String several(ValidationMessage message) {
    var indexes = indexes(message);
    return "'oneOf' failed, subschemas " + indexes[0] + ", " + indexes[1] + " matched";
  }

  private static String[] indexes(ValidationMessage oneOf) {
    var arguments = oneOf.getArguments();
    return arguments.length > 1 ? String.valueOf(arguments[1]).split(", ", -1) : new String[0];
  }

  private static String compared(String keyword, long size, JsonNode schema) {
    return keyword + ": got " + Numerals.of(size) + ", want " + Numerals.of(schema.asLong());
  }

  private static Stream<String> properties(List<ValidationMessage> messages) {
    return messages.stream().map(ValidationMessage::getProperty);
  }

  private static String missing(List<String> names) {
    return (names.size() == 1 ? "missing property " : "missing properties ") + quoted(names);
  }

  private static String dependent(List<ValidationMessage> messages) {
    var missing = messages.stream().map(each -> String.valueOf(each.getArguments()[0])).toList();
    return dependent(missing, String.valueOf(messages.getFirst().getArguments()[1]));
  }

  private static String dependent(List<String> missing, String name) {
    return "properties " + quoted(missing) + " required, if " + quote(name) + " exists";
  }

  /** The validator names all that could be missing; here are those that are. */
  static List<String> dependencies(ValidationMessage message) {
    var value = message.getInstanceNode();
    return message
        .getSchemaNode()
        .propertyStream()
        .filter(each -> each.getValue().isArray() && value.has(each.getKey()))
        .filter(each -> !absent(each.getValue(), value).isEmpty())
        .map(each -> dependent(absent(each.getValue(), value), each.getKey()))
        .toList();
  }

  private static List<String> absent(JsonNode names, JsonNode value) {
    return stream(names).map(JsonNode::asText).filter(name -> !value.has(name)).toList();
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case OBJECT -> "object";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      default -> "number";
    };
  }

  private static String wanted(JsonNode schema) {
    return schema.isTextual()
        ? schema.asText()
        : stream(schema)
            .map(JsonNode::asText)
            .sorted(Comparator.comparingInt(TYPES::indexOf))
            .collect(Collectors.joining(" or "));
  }

  private static String enumeration(JsonNode values) {
    if (stream(values).anyMatch(JsonNode::isContainerNode)) {
      return "'enum' failed";
    }
    return "value must be "
        + (values.size() > 1 ? "one of " : "")
        + stream(values).map(Words::text).collect(Collectors.joining(", "));
  }

  private static String equalItems(JsonNode list) {
    var seen = new HashMap<JsonNode, Integer>();
    for (int i = 0; i < list.size(); i++) {
      var earlier = seen.putIfAbsent(list.get(i), i);
      if (earlier != null) {
        return "items at " + earlier + " and " + i + " are equal";
      }
    }
    return "items are equal";
  }

  private static Stream<JsonNode> stream(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? quote(value.asText()) : value.isNull() ? "<nil>" : value.toString();
  }

  private static String quoted(Collection<String> texts) {
    return texts.stream().map(Words::quote).collect(Collectors.joining(", "));
  }

  static String quote(String text) {
    var quoted = GoQuote.quote(text).replace("\\\"", "\"").replace("'", "\\'");
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }
}
