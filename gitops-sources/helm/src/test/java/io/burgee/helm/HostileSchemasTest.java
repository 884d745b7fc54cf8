package io.burgee.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.chart.ChartException;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.render.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of values that want to take the process down, or to read what is not theirs. */
@Timeout(60)
class HostileSchemasTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allOf\":[N,N]}",
        "{\"not\":{\"anyOf\":[N,N]}}",
        "{\"oneOf\":[N,N]}",
        "{\"if\":N,\"then\":N,\"else\":N}",
      })
  void schemasThatMultiplyTakeTheStepsOfTheRender(String twice) {
    assertThatThrownBy(() -> render(doubling(twice, "{\"type\":\"object\"}"), "a: 1\n"))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("limit exceeded: more than")
        .hasMessageContaining("(at h/values.schema.json)");
  }

  @Test
  void problemsThatMultiplyAreCounted() {
    var schema = doubling("{\"allOf\":[N,N]}", "{\"type\":\"string\"}");
    assertThatThrownBy(() -> render(schema, "a: 1\n"))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("more than 10000 values aren't as the schema says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"$ref\":\"#\"}", "{\"allOf\":[{\"$ref\":\"#\"}]}"})
  void aSchemaMayNotBeItself(String schema) {
    assertThatThrownBy(() -> render(schema, "a: 1\n"))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("does the schema refer to itself? (at h/values.schema.json)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "http://127.0.0.1:1/x",
        "classpath:META-INF/MANIFEST.MF",
        "x.json"
      })
  void aSchemaReadsNothingElse(String place) {
    assertThatThrownBy(() -> render("{\"$ref\":\"" + place + "\"}", "a: 1\n"))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("the schema can't be used: it refers to " + place);
  }

  @Test
  void patternsOfSchemasTakeLinearTime() {
    var schema = "{\"properties\":{\"a\":{\"pattern\":\"^(([a-z])+.)+[A-Z]([a-z])+$\"}}}";
    assertThatThrownBy(() -> render(schema, "a: " + "a".repeat(10_000) + "\n"))
        .hasMessageContaining("does not match pattern");
    var large = "{\"properties\":{\"a\":{\"pattern\":\"((a{100}){100}){100}\"}}}";
    assertThatThrownBy(() -> render(large, "a: x\n")).hasMessageContaining("is not valid regex");
  }

  /** Each definition refers twice to the next one. */
  private static String doubling(String twice, String last) {
    var schema = new StringBuilder("{\"$ref\":\"#/$defs/0\",\"$defs\":{");
    for (int i = 0; i < 40; i++) {
      var next = "{\"$ref\":\"#/$defs/" + (i + 1) + "\"}";
      schema.append('"').append(i).append("\":").append(twice.replace("N", next)).append(',');
    }
    return schema.append("\"40\":").append(last).append("}}").toString();
  }

  private static Rendered render(String schema, String values) {
    return HostileChart.named()
        .with("values.yaml", values)
        .with("values.schema.json", schema)
        .render();
  }
}
