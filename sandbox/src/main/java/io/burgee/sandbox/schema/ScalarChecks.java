package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Ranges, lengths, patterns and formats. */
final class ScalarChecks {
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  /** How messages show {@code value}: as JSON, whole numbers without a fraction. */
  static String shown(JsonNode value) {
    return value.isNumber() ? plain(value) : value.toString();
  }

  void check(JsonNode value, JsonNode schema, String path, List<Problem> problems) {
    if (value.isNumber()) {
      checkRange(value, schema, path, problems);
    } else if (value.isTextual()) {
      checkText(value, schema, path, problems);
    }
  }

  private static void checkRange(
      JsonNode value, JsonNode schema, String path, List<Problem> problems) {
    var number = value.decimalValue();
    if (schema.has("minimum")) {
      var strict = schema.path("exclusiveMinimum").asBoolean();
      var side = number.compareTo(schema.path("minimum").decimalValue());
      if (strict ? side <= 0 : side < 0) {
        var rule = strict ? "should be greater than " : "should be greater than or equal to ";
        report(value, path, rule + plain(schema.path("minimum")), problems);
      }
    }
    if (schema.has("maximum")) {
      var strict = schema.path("exclusiveMaximum").asBoolean();
      var side = number.compareTo(schema.path("maximum").decimalValue());
      if (strict ? side >= 0 : side > 0) {
        var rule = strict ? "should be less than " : "should be less than or equal to ";
        report(value, path, rule + plain(schema.path("maximum")), problems);
      }
    }
    if (schema.has("multipleOf")
        && number.remainder(schema.path("multipleOf").decimalValue()).signum() != 0) {
      report(value, path, "should be a multiple of " + plain(schema.path("multipleOf")), problems);
    }
  }

  private void checkText(JsonNode value, JsonNode schema, String path, List<Problem> problems) {
    var text = value.asText();
    var length = text.codePointCount(0, text.length());
    if (schema.has("maxLength") && length > schema.path("maxLength").asLong()) {
      var limit = schema.path("maxLength").asText();
      problems.add(
          new Problem(
              "FieldValueTooLong", path, "Too long: may not be more than " + limit + " bytes"));
    }
    if (schema.has("minLength") && length < schema.path("minLength").asLong()) {
      var rule = "should be at least " + schema.path("minLength").asText() + " chars long";
      report(value, path, rule, problems);
    }
    var pattern = schema.path("pattern").asText();
    if (!pattern.isEmpty() && !matches(pattern, text)) {
      report(value, path, "should match '" + pattern + "'", problems);
    }
    var format = schema.path("format").asText();
    if (!Formats.fits(format, text)) {
      problems.add(
          Problem.typeInvalid(
              path, value, "%s in body must be of type %s: %s".formatted(path, format, value)));
    }
  }

  void checkSize(int size, JsonNode schema, String what, String path, List<Problem> problems) {
    var max = schema.path("max" + what);
    if (!max.isMissingNode() && size > max.asLong()) {
      problems.add(
          new Problem(
              "FieldValueTooMany",
              path,
              "Too many: " + size + ": must have at most " + max.asText() + " items"));
    }
    var min = schema.path("min" + what);
    if (!min.isMissingNode() && size < min.asLong()) {
      var unit = what.equals("Items") ? " items" : " properties";
      var rule = path + " in body should have at least " + min.asText() + unit;
      problems.add(Problem.invalid(path, size, rule));
    }
  }

  private boolean matches(String pattern, String text) {
    var compiled = patterns.computeIfAbsent(pattern, Pattern::compile);
    return compiled.matcher(new Impatient(text)).find();
  }

  private static void report(JsonNode value, String path, String rule, List<Problem> problems) {
    problems.add(Problem.invalid(path, shown(value), path + " in body " + rule));
  }

  private static String plain(JsonNode number) {
    BigDecimal value = number.decimalValue();
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
