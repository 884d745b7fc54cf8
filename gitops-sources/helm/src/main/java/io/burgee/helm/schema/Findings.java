package io.burgee.helm.schema;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the validator told about one value and one schema: about its keywords, and about the schemas
 * and values in it. It tells a flat list; here is the tree of it again.
 */
final class Findings {
  /** Of these only the first is told, and nothing else of that schema. */
  private static final List<String> DECISIVE = List.of("type", "const", "enum", "format");

  /** Schemas of which some must fit: a problem of their own holds theirs. */
  private static final List<String> CHOICES = List.of("allOf", "anyOf", "oneOf");

  private final String at;
  private final Map<String, List<ValidationMessage>> keywords = new LinkedHashMap<>();
  private final Map<String, Findings> inner = new LinkedHashMap<>();
  private final Map<String, Map<String, Findings>> choices = new LinkedHashMap<>();

  private Findings(String at) {
    this.at = at;
  }

  static @Nullable Problem problem(Iterable<ValidationMessage> messages) {
    var root = new Findings("");
    messages.forEach(root::add);
    return root.problem();
  }

  private void add(ValidationMessage message) {
    var path = message.getEvaluationPath();
    var place = message.getInstanceLocation();
    var findings = this;
    int last = path.getNameCount() - 1;
    int depth = 0;
    int step = 0;
    while (step < last && step + length(path, step) <= last) {
      var keyword = path.getName(step);
      var name = length(path, step) == 1 ? "" : path.getName(step + 1);
      if (descends(keyword) && depth < place.getNameCount()) {
        depth++;
      }
      findings = findings.under(keyword, name, prefix(place, depth));
      step += length(path, step);
    }
    findings.keywords.computeIfAbsent(message.getType(), key -> new ArrayList<>()).add(message);
  }

  /** Of the keyword there with the name or index that comes after some. */
  private static int length(JsonNodePath path, int step) {
    return switch (path.getName(step)) {
      case "properties",
          "patternProperties",
          "prefixItems",
          "dependentSchemas",
          "dependencies",
          "allOf",
          "anyOf",
          "oneOf" ->
          2;
      case "items" -> path.getElement(step + 1) instanceof Number ? 2 : 1;
      default -> 1;
    };
  }

  /** Whether its schemas are for what is in the value. */
  private static boolean descends(String keyword) {
    return switch (keyword) {
      case "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "additionalItems",
          "unevaluatedItems",
          "contains" ->
          true;
      default -> false;
    };
  }

  private Findings under(String keyword, String name, String place) {
    var group =
        CHOICES.contains(keyword)
            ? choices.computeIfAbsent(keyword, key -> new LinkedHashMap<>())
            : inner;
    return group.computeIfAbsent(keyword + "/" + name + " " + place, key -> new Findings(place));
  }

  private static String prefix(JsonNodePath place, int length) {
    var out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append('/').append(escaped(place.getName(i)));
    }
    return out.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private @Nullable Problem problem() {
    for (var keyword : DECISIVE) {
      var messages = keywords.get(keyword);
      if (messages != null) {
        return new Problem(at, Words.of(keyword, messages));
      }
    }
    var problems = new ArrayList<Problem>();
    keywords.forEach((keyword, messages) -> addOwn(problems, keyword, messages));
    inner.forEach((step, findings) -> addTo(problems, findings, step.startsWith("$")));
    CHOICES.forEach(keyword -> addChoice(problems, keyword));
    return Problem.of(at, problems);
  }

  private void addOwn(List<Problem> problems, String keyword, List<ValidationMessage> messages) {
    switch (keyword) {
      case "allOf", "anyOf", "oneOf" -> {} // told with what is wrong in their schemas
      case "unevaluatedProperties", "unevaluatedItems", "items" ->
          messages.forEach(
              each -> problems.add(new Problem(at + "/" + unwanted(each), "false schema")));
      case "propertyNames" ->
          messages.forEach(
              each -> problems.add(new Problem("", Words.of(keyword, List.of(each)), why(each))));
      case "dependencies" ->
          Words.dependencies(messages.getFirst())
              .forEach(words -> problems.add(new Problem(at, words)));
      default -> problems.add(new Problem(at, Words.of(keyword, messages)));
    }
  }

  /** The property or item that no schema is for. */
  private static String unwanted(ValidationMessage message) {
    return escaped(
        message.getProperty() == null
            ? String.valueOf(message.getArguments()[0])
            : message.getProperty());
  }

  /** What the name should be, in the validator's words: it tells no more. */
  private static List<Problem> why(ValidationMessage message) {
    var error = message.getError();
    return List.of(new Problem("", error.substring(error.indexOf(": ") + 2)));
  }

  private static void addTo(List<Problem> problems, Findings findings, boolean isReference) {
    var problem = findings.problem();
    if (problem != null) {
      problems.add(isReference ? problem.referred(findings.at) : problem);
    }
  }

  private void addChoice(List<Problem> problems, String keyword) {
    var own = keywords.get(keyword);
    var schemas = choices.get(keyword);
    if (own != null && Words.severalMatch(own.getFirst())) {
      problems.add(new Problem(at, Words.several(own.getFirst())));
    } else if (own != null || schemas != null) {
      var causes = new ArrayList<Problem>();
      if (schemas != null) {
        schemas.values().forEach(findings -> addTo(causes, findings, false));
      }
      problems.add(new Problem(at, Words.noneFits(keyword), causes));
    }
  }
}
