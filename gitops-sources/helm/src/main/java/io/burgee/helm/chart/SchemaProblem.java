package io.burgee.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One value that isn't as a schema says, in the words that Helm's users know. */
final class SchemaProblem {
  /** In the order in which types are named. */
  private static final List<String> TYPES =
      List.of("null", "boolean", "number", "integer", "string", "array", "object");

  private SchemaProblem() {}

  static String line(ValidationMessage message) {
    var at = "at '" + message.getInstanceLocation() + "': ";
    var value = message.getInstanceNode();
    var schema = message.getSchemaNode();
    return switch (message.getType()) {
      case "type" -> at + "got " + type(value) + ", want " + wanted(schema);
      case "required" -> at + "missing property '" + message.getProperty() + "'";
      case "additionalProperties" ->
          at + "additional properties '" + message.getProperty() + "' not allowed";
      case "enum" -> at + "value must be " + (schema.size() > 1 ? "one of " : "") + texts(schema);
      case "const" -> at + "value must be " + text(schema);
      case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum" ->
          at + message.getType() + ": got " + value + ", want " + schema;
      case "minLength", "maxLength" ->
          at
              + message.getType()
              + ": got "
              + value.asText().codePointCount(0, value.asText().length())
              + ", want "
              + schema;
      case "minItems", "maxItems", "minProperties", "maxProperties" ->
          at + message.getType() + ": got " + value.size() + ", want " + schema;
      case "pattern" ->
          at + "'" + value.asText() + "' does not match pattern '" + schema.asText() + "'";
      default -> at + message.getMessage();
    };
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
        : StreamSupport.stream(schema.spliterator(), false)
            .map(JsonNode::asText)
            .sorted(Comparator.comparingInt(TYPES::indexOf))
            .collect(Collectors.joining(" or "));
  }

  private static String texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(SchemaProblem::text)
        .collect(Collectors.joining(", "));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? "'" + value.asText() + "'" : value.toString();
  }
}
