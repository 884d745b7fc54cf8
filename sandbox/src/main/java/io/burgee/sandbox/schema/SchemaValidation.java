package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;

/** Checks values against a structural schema, and reports all that is wrong. */
final class SchemaValidation {
  private final JsonNode root;
  private final ScalarChecks scalars = new ScalarChecks();

  SchemaValidation(JsonNode root) {
    this.root = root;
  }

  List<Problem> validate(ObjectNode object) {
    var problems = new ArrayList<Problem>();
    var said = object.deepCopy();
    said.remove("metadata");
    validate(said, root, "", problems);
    return problems;
  }

  private void validate(JsonNode value, JsonNode schema, String path, List<Problem> problems) {
    if (value.isNull() && schema.path("nullable").asBoolean()) {
      return;
    }
    if (!typeFits(value, schema)) {
      var type = typeName(value);
      var wanted = wantedType(schema);
      problems.add(
          Problem.typeInvalid(
              path,
              '"' + type + '"',
              "%s in body must be of type %s: \"%s\"".formatted(path, wanted, type)));
      if (wanted.equals("integer") && value.isNumber()) {
        problems.add(nowhere("Checked value must be of type integer (default format) in " + path));
      }
      return;
    }
    checkEnum(value, schema, path, problems);
    switch (value) {
      case ObjectNode object -> checkObject(object, schema, path, problems);
      case ArrayNode array -> checkArray(array, schema, path, problems);
      default -> scalars.check(value, schema, path, problems);
    }
    checkCombined(value, schema, path, problems);
  }

  private static void checkEnum(
      JsonNode value, JsonNode schema, String path, List<Problem> problems) {
    var allowed = schema.path("enum");
    var known = StreamSupport.stream(allowed.spliterator(), false).toList();
    if (!known.isEmpty() && known.stream().noneMatch(each -> Json.same(each, value))) {
      var names = known.stream().map(each -> each.isTextual() ? each.asText() : each.toString());
      problems.add(Problem.unsupported(path, value, names.toList()));
    }
  }

  private void checkObject(
      ObjectNode object, JsonNode schema, String path, List<Problem> problems) {
    for (var name : schema.path("required")) {
      if (!object.has(name.asText())) {
        problems.add(Problem.required(child(path, name.asText()), ""));
      }
    }
    var additional = schema.path("additionalProperties");
    for (var member : object.properties()) {
      var declared = schema.path("properties").get(member.getKey());
      var rule = declared == null ? additional : declared;
      if (rule.isObject()) {
        validate(member.getValue(), rule, child(path, member.getKey()), problems);
      }
    }
    scalars.checkSize(object.size(), schema, "Properties", path, problems);
  }

  private void checkArray(ArrayNode array, JsonNode schema, String path, List<Problem> problems) {
    for (int i = 0; i < array.size(); i++) {
      validate(array.get(i), schema.path("items"), path + "[" + i + "]", problems);
    }
    scalars.checkSize(array.size(), schema, "Items", path, problems);
    if (schema.path("uniqueItems").asBoolean()
        && new HashSet<>(array.valueStream().toList()).size() < array.size()) {
      problems.add(
          Problem.invalid(
              path, ScalarChecks.shown(array), path + " in body shouldn't contain duplicates"));
    }
    checkListKeys(array, schema, path, problems);
  }

  private static void checkListKeys(
      ArrayNode array, JsonNode schema, String path, List<Problem> problems) {
    var type = schema.path("x-kubernetes-list-type").asText();
    var keys = schema.path("x-kubernetes-list-map-keys");
    var seen = new HashSet<JsonNode>();
    for (int i = 0; i < array.size(); i++) {
      var item = array.get(i);
      JsonNode identity = item;
      if (type.equals("map")) {
        var named = JsonNodeFactory.instance.objectNode();
        keys.forEach(key -> named.set(key.asText(), item.path(key.asText())));
        identity = named;
      }
      if ((type.equals("map") || type.equals("set")) && !seen.add(identity)) {
        problems.add(Problem.duplicate(path + "[" + i + "]", identity));
      }
    }
  }

  private void checkCombined(JsonNode value, JsonNode schema, String path, List<Problem> problems) {
    for (var part : schema.path("allOf")) {
      validate(value, part, path, problems);
    }
    var quoted = '"' + path + '"';
    if (schema.has("anyOf")) {
      var failures = failures(value, schema.path("anyOf"), path);
      if (failures.stream().noneMatch(List::isEmpty)) {
        problems.add(nowhere(quoted + " must validate at least one schema (anyOf)"));
        problems.addAll(fewest(failures));
      }
    }
    if (schema.has("oneOf")) {
      var failures = failures(value, schema.path("oneOf"), path);
      var valid = failures.stream().filter(List::isEmpty).count();
      if (valid != 1) {
        var found = valid == 0 ? "Found none valid" : "Found " + valid + " valid alternatives";
        problems.add(nowhere(quoted + " must validate one and only one schema (oneOf). " + found));
        problems.addAll(fewest(failures));
      }
    }
    if (schema.has("not") && fits(value, schema.path("not"), path)) {
      problems.add(nowhere(quoted + " must not validate the schema (not)"));
    }
  }

  /** A problem for which Kubernetes names neither field nor value. */
  private static Problem nowhere(String detail) {
    return Problem.invalid("<nil>", "\"\"", detail);
  }

  private boolean fits(JsonNode value, JsonNode schema, String path) {
    var problems = new ArrayList<Problem>();
    validate(value, schema, path, problems);
    return problems.isEmpty();
  }

  private List<List<Problem>> failures(JsonNode value, JsonNode alternatives, String path) {
    return alternatives
        .valueStream()
        .map(
            each -> {
              List<Problem> problems = new ArrayList<>();
              validate(value, each, path, problems);
              return problems;
            })
        .toList();
  }

  private static List<Problem> fewest(List<List<Problem>> failures) {
    return failures.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private static boolean typeFits(JsonNode value, JsonNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      return value.isTextual() || integral(value);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> integral(value);
      case "number" -> value.isNumber();
      default -> true;
    };
  }

  private static boolean integral(JsonNode value) {
    return value.isIntegralNumber()
        || (value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0);
  }

  private static String wantedType(JsonNode schema) {
    return schema.path("x-kubernetes-int-or-string").asBoolean()
        ? "integer,string"
        : schema.path("type").asText();
  }

  private static String typeName(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      default -> "null";
    };
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
