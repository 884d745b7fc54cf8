package io.burgee.kustomize.path;

/** What {@code [field=value]} says; without a field the element itself is meant. */
public record Condition(String field, String value) {

  /**
   * Reads a part of a path.
   *
   * @throws PathException if there is no equals sign in it
   */
  public static Condition parse(String part) {
    var inner = part.substring(1, part.length() - 1);
    int equals = inner.indexOf('=');
    if (equals < 0) {
      throw new PathException(
          "list path element must contain fieldName=fieldValue for element to match");
    }
    return new Condition(inner.substring(0, equals), inner.substring(equals + 1));
  }

  public boolean isOfElement() {
    return field.isEmpty();
  }
}
