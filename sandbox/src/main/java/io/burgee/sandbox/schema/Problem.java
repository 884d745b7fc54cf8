package io.burgee.sandbox.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing wrong with an object, worded as the API server words it.
 *
 * @param reason the cause's machine-readable reason, e.g. {@code FieldValueRequired}
 * @param field the field's path, e.g. {@code spec.ports[0].port}
 * @param message what is wrong, without the path, e.g. {@code Required value}
 */
public record Problem(String reason, String field, String message) {

  static Problem required(String field, String detail) {
    return new Problem("FieldValueRequired", field, join("Required value", detail));
  }

  static Problem invalid(String field, Object value, String detail) {
    return new Problem("FieldValueInvalid", field, join("Invalid value: " + value, detail));
  }

  static Problem forbidden(String field, String detail) {
    return new Problem("FieldValueForbidden", field, join("Forbidden", detail));
  }

  static Problem duplicate(String field, Object value) {
    return new Problem("FieldValueDuplicate", field, "Duplicate value: " + value);
  }

  static Problem typeInvalid(String field, Object value, String detail) {
    return new Problem("FieldValueTypeInvalid", field, join("Invalid value: " + value, detail));
  }

  /** {@code values} are quoted here; {@code value} is already rendered. */
  static Problem unsupported(String field, Object value, List<String> values) {
    var known = values.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
    return new Problem(
        "FieldValueNotSupported",
        field,
        "Unsupported value: " + value + (known.isEmpty() ? "" : ": supported values: " + known));
  }

  /**
   * The message of the 422 answer that reports {@code problems}; the kind is qualified with its
   * group unless it belongs to the core group ({@code ""}).
   */
  public static String invalidMessage(
      String group, String kind, String name, List<Problem> problems) {
    var lines = problems.stream().map(Problem::toString).distinct().toList();
    var qualified = group.isEmpty() ? kind : kind + "." + group;
    var what = lines.size() == 1 ? lines.getFirst() : "[" + String.join(", ", lines) + "]";
    return qualified + " \"" + name + "\" is invalid: " + what;
  }

  @Override
  public String toString() {
    return field + ": " + message;
  }

  private static String join(String head, String detail) {
    return detail.isEmpty() ? head : head + ": " + detail;
  }
}
