package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The part of JSONPath that printer columns use: fields, {@code [n]}, {@code [*]}, {@code ['a']}
 * and filters like {@code [?(@.type=="Ready")]}.
 */
final class JsonPath {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\.((?:\\\\.|[^.\\[\\]\\\\])+)" // a field, with escaped dots
              + "|\\[['\"]([^'\"]*)['\"]\\]"
              + "|\\[(-?\\d{1,9}|\\*)\\]"
              + "|\\[\\?\\(\\s*@((?:\\.[^.\\s=!]+)+)\\s*(==|!=)\\s*['\"]?([^'\")]*)['\"]?\\s*\\)\\]");

  private interface Step {
    Stream<JsonNode> from(JsonNode node);
  }

  private final List<Step> steps = new ArrayList<>();

  private JsonPath() {}

  /** Parses {@code path}, with or without braces. What isn't understood ends the path. */
  static JsonPath parse(String path) {
    var text = path.startsWith("{") ? path.substring(1, path.length() - 1) : path;
    var result = new JsonPath();
    var matcher = TOKEN.matcher(text.startsWith("$") ? text.substring(1) : text);
    while (matcher.lookingAt()) {
      result.steps.add(
          step(matcher.group(1), matcher.group(2), matcher.group(3), matcher.toMatchResult()));
      matcher.region(matcher.end(), matcher.regionEnd());
    }
    if (matcher.regionStart() < matcher.regionEnd()) {
      result.steps.add(node -> Stream.empty());
    }
    return result;
  }

  /** All values at the path. */
  List<JsonNode> find(JsonNode root) {
    var found = Stream.of(root);
    for (var step : steps) {
      found = found.flatMap(step::from);
    }
    return found.filter(node -> !node.isMissingNode() && !node.isNull()).toList();
  }

  private static Step step(
      @Nullable String field, @Nullable String quoted, @Nullable String index, MatchResult filter) {
    if (field != null) {
      var name = field.replace("\\", "");
      return name.equals("*") ? JsonPath::items : node -> Stream.of(node.path(name));
    }
    if (quoted != null) {
      return node -> Stream.of(node.path(quoted));
    }
    if (index != null) {
      return index.equals("*") ? JsonPath::items : node -> Stream.of(at(node, index));
    }
    var names = List.of(filter.group(4).substring(1).split("\\."));
    var equal = filter.group(5).equals("==");
    var value = filter.group(6);
    return node -> items(node).filter(item -> text(item, names).equals(value) == equal);
  }

  private static JsonNode at(JsonNode node, String index) {
    var number = Integer.parseInt(index);
    return node.path(number < 0 ? node.size() + number : number);
  }

  private static Stream<JsonNode> items(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static String text(JsonNode node, List<String> names) {
    var found = node;
    for (var name : names) {
      found = found.path(name);
    }
    return found.asText("");
  }
}
