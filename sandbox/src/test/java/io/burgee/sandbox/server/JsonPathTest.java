package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
  private static final String OBJECT =
      """
      {"spec": {"list": [1, 2, 3], "a.b": "dotted"},
       "status": {"conditions": [
        {"type": "Ready", "status": "True", "reason": "x"},
        {"type": "Done", "status": "False"}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".spec.list[0] | 1",
        ".spec.list[-1] | 3",
        ".spec.list[*] | 1 2 3",
        "{.spec.list[1]} | 2",
        "$.spec.list[1] | 2",
        ".spec.a\\.b | dotted",
        ".spec['a.b'] | dotted",
        ".status.conditions[?(@.type==\"Ready\")].status | True",
        ".status.conditions[?(@.type=='Done')].status | False",
        ".status.conditions[?(@.type!='Ready')].type | Done",
        ".status.conditions[*].type | Ready Done",
        ".status.conditions[?(@.type==\"None\")].status | ``",
        ".spec.none.deeper | ``",
        ".spec.list[oops] | ``"
      })
  void finds(String path, String expected) {
    var object = Json.parse(OBJECT.getBytes(UTF_8), "application/json");
    var found = JsonPath.parse(path).find(object).stream().map(JsonNode::asText).toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }
}
