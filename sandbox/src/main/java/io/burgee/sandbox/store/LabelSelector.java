package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which labels an object must have. All requirements must hold; none matches everything. */
public record LabelSelector(List<Requirement> requirements) {
  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
  private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
  private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(==|=|!=|<|>)\\s*([^\\s=!]*)");
  private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*" + KEY);

  /** What one requirement compares. */
  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST,
    GREATER,
    LESS
  }

  /** A rule for one label. */
  public record Requirement(String key, Operator operator, Set<String> values) {
    boolean matches(JsonNode labels) {
      var value = labels.path(key);
      return switch (operator) {
        case IN -> value.isTextual() && values.contains(value.asText());
        case NOT_IN -> !value.isTextual() || !values.contains(value.asText());
        case EXISTS -> !value.isMissingNode();
        case DOES_NOT_EXIST -> value.isMissingNode();
        case GREATER -> value.isTextual() && difference(value.asText()) > 0;
        case LESS -> value.isTextual() && difference(value.asText()) < 0;
      };
    }

    private int difference(String actual) {
      try {
        return Long.compare(Long.parseLong(actual), Long.parseLong(values.iterator().next()));
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    private String text() {
      var list = String.join(",", values);
      return switch (operator) {
        case IN -> values.size() == 1 ? key + "=" + list : key + " in (" + list + ")";
        case NOT_IN -> values.size() == 1 ? key + "!=" + list : key + " notin (" + list + ")";
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
        case GREATER -> key + ">" + list;
        case LESS -> key + "<" + list;
      };
    }
  }

  /** Parses the text of a {@code labelSelector} parameter; refuses what isn't one with 400. */
  public static LabelSelector parse(String text) {
    var requirements = new ArrayList<Requirement>();
    for (var part : split(text)) {
      requirements.add(requirement(part));
    }
    return new LabelSelector(requirements);
  }

  /** Reads {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(JsonNode selector) {
    var requirements = new ArrayList<Requirement>();
    for (var label : selector.path("matchLabels").properties()) {
      requirements.add(
          new Requirement(label.getKey(), Operator.IN, Set.of(label.getValue().asText())));
    }
    for (var expression : selector.path("matchExpressions")) {
      var values = new TreeSet<String>();
      expression.path("values").forEach(value -> values.add(value.asText()));
      var operator =
          switch (expression.path("operator").asText()) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            default -> throw ApiFailure.badRequest("unknown operator in " + expression);
          };
      requirements.add(new Requirement(expression.path("key").asText(), operator, values));
    }
    return new LabelSelector(requirements);
  }

  /** Reads a plain map of labels, as a Service's selector. */
  public static LabelSelector ofLabels(JsonNode labels) {
    return new LabelSelector(
        labels.properties().stream()
            .map(
                label ->
                    new Requirement(label.getKey(), Operator.IN, Set.of(label.getValue().asText())))
            .toList());
  }

  public boolean matches(JsonNode object) {
    var labels = object.path("metadata").path("labels");
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }

  /** The form that {@link #parse} reads. */
  public String text() {
    return requirements.stream().map(Requirement::text).collect(Collectors.joining(","));
  }

  private static Requirement requirement(String text) {
    var set = SET.matcher(text);
    if (set.matches()) {
      var values = new TreeSet<String>();
      for (var value : set.group(3).split(",", -1)) {
        values.add(value.strip());
      }
      var operator = set.group(2).equals("in") ? Operator.IN : Operator.NOT_IN;
      return new Requirement(set.group(1), operator, values);
    }
    var equality = EQUALITY.matcher(text);
    if (equality.matches()) {
      var operator =
          switch (equality.group(2)) {
            case "!=" -> Operator.NOT_IN;
            case ">" -> Operator.GREATER;
            case "<" -> Operator.LESS;
            default -> Operator.IN;
          };
      return new Requirement(equality.group(1), operator, Set.of(equality.group(3)));
    }
    var existence = EXISTENCE.matcher(text);
    if (existence.matches()) {
      var operator = existence.group(1).isEmpty() ? Operator.EXISTS : Operator.DOES_NOT_EXIST;
      return new Requirement(existence.group(2), operator, Set.of());
    }
    throw ApiFailure.badRequest(
        "unable to parse requirement: found '%s', expected a label selector".formatted(text));
  }

  /** At commas outside parentheses. */
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    var depth = 0;
    var start = 0;
    for (var i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(text.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(text.substring(start).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
