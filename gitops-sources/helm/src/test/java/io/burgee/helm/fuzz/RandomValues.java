package io.burgee.helm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A user's values for a chart: some of its default ones are others, of the same kind or not. */
final class RandomValues {
  private static final List<String> SCALARS =
      List.of(
          "\"\"",
          "\"text\"",
          "\"two words\"",
          "true",
          "false",
          "null",
          "0",
          "1",
          "3",
          "-2",
          "8080",
          "0.5",
          "1e6",
          "12345678",
          "\"yes\"",
          "\"0123\"",
          "\"a: b\"",
          "\"multi\\nline\\n\"",
          "\"{{ .Release.Name }}\"",
          "\"# x\"",
          "\"'q'\"",
          "\"1.2.3\"",
          "\" lead\"",
          "\"ü\"",
          "\"on\"",
          "\"1e3\"",
          "\"*\"");
  private static final List<String> COMPOUND =
      List.of(
          "{}",
          "[]",
          "{\"a\":1,\"b\":\"x\"}",
          "[\"x\",\"y\"]",
          "[1,null,\"z\"]",
          "{\"k\":{\"d\":[]}}",
          "[{\"name\":\"n\",\"value\":\"v\"}]",
          "{\"null\":null,\"true\":true}");

  private final Dice dice;

  private RandomValues(Dice dice) {
    this.dice = dice;
  }

  /** JSON, which is YAML too. */
  static String of(JsonNode defaults, long seed) {
    var maker = new RandomValues(new Dice(seed));
    var values = Oracle.JSON.createObjectNode();
    for (int i = maker.dice.between(1, 4); i > 0; i--) {
      maker.change(defaults, values);
    }
    return values.toPrettyString() + "\n";
  }

  /** Goes down the defaults along a random path, and puts something else at its end. */
  private void change(JsonNode defaults, ObjectNode values) {
    var names = new ArrayList<String>();
    defaults.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      values.set("added", parse(dice.of(SCALARS)));
      return;
    }
    var name = dice.percent(4) ? "other" : dice.of(names);
    var present = defaults.path(name);
    if (present.isObject() && !present.isEmpty() && dice.percent(85)) {
      var below = values.get(name);
      change(present, below instanceof ObjectNode object ? object : values.putObject(name));
    } else {
      values.set(name, replacement(present));
    }
  }

  private JsonNode replacement(JsonNode present) {
    if (dice.percent(20)) {
      return parse(dice.of(dice.percent(50) ? SCALARS : COMPOUND));
    }
    if (present.isBoolean()) {
      return parse(dice.of("true", "false"));
    }
    if (present.isNumber()) {
      return parse(dice.of("0", "1", "7", "2.5", "100000000", "-1"));
    }
    if (present.isContainerNode()) {
      return parse(dice.of(COMPOUND));
    }
    return parse(dice.of(SCALARS));
  }

  private static JsonNode parse(String json) {
    try {
      return Oracle.JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
