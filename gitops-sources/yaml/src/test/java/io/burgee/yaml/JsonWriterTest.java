package io.burgee.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static Node read(String text) {
    return new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT).read(text).getFirst();
  }

  @Test
  void keysAreSortedByTheirBytes() {
    assertThat(JsonWriter.compact(read("{b10: 1, b9: 2, B: 3, é: 4, \"\\U0001F600\": 5}")))
        .isEqualTo("{\"B\":3,\"b10\":1,\"b9\":2,\"é\":4,\"😀\":5}");
  }

  @Test
  void whatMattersInHtmlIsEscaped() {
    assertThat(JsonWriter.compact(read("\"<b>&\\n\\x01\\L\\x7f\"")))
        .isEqualTo("\"\\u003cb\\u003e\\u0026\\n\\u0001\\u2028\u007f\"");
  }

  @Test
  void numbersAreWrittenAsGoWritesThem() {
    assertThat(JsonWriter.compact(read("[1.0, 1e3, 0.000001, 1e-7, 1e20, 1e21, -0.0, 017, 0x1F]")))
        .isEqualTo("[1,1000,0.000001,1e-7,100000000000000000000,1e+21,-0,15,31]");
    assertThat(JsonWriter.compact(read("[18446744073709551615, 5e-324, 123456789.125]")))
        .isEqualTo("[18446744073709551615,5e-324,123456789.125]");
  }

  @Test
  void indentedJsonHasALineForEachMember() {
    assertThat(JsonWriter.indented(read("{a: [1, {}], b: [], c: {d: null}}")))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {}
              ],
              "b": [],
              "c": {
                "d": null
              }
            }""");
  }

  @Test
  void whatJsonCanNotHoldIsRefused() {
    assertThatThrownBy(() -> JsonWriter.compact(read("[.inf]")))
        .hasMessage("json: unsupported value: +Inf");
    assertThatThrownBy(() -> JsonWriter.compact(read("a: 1\na: 2")))
        .hasMessageContaining("mapping key \"a\" already defined");
  }
}
