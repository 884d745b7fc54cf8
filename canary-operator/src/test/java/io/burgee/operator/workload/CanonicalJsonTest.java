package io.burgee.operator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1, b: 2}           | {b: 2, a: 1}
          {a: 1}                 | {a: 1, b: null, c: [], d: {}}
          {a: 1}                 | {a: 1.0}
          {a: 100}               | {a: 1e2}
          {a: [{b: 1, c: 2}]}    | {a: [{c: 2, b: 1}]}
          """)
  void theSameValueHasOneText(String one, String other) {
    assertThat(text(one)).isEqualTo(text(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1}          | {a: "1"}
          {a: [1, 2]}     | {a: [2, 1]}
          {a: true}       | {a: "true"}
          {a: ""}         | {}
          {a: false}      | {}
          {a: 0}          | {}
          {a: "b,c:"}     | {a: b, c: ""}
          {a: [[1], 2]}   | {a: [1, 2]}
          """)
  void differentValuesHaveDifferentTexts(String one, String other) {
    assertThat(text(one)).isNotEqualTo(text(other));
  }

  @Test
  void namesAreShortAndFitForObjects() {
    assertThat(CanonicalJson.nameOf("anything")).matches("[bcdfghjklmnpqrstvwxz24-9]{10}");
    assertThat(CanonicalJson.nameOf("anything")).isEqualTo(CanonicalJson.nameOf("anything"));
    assertThat(CanonicalJson.nameOf("something")).isNotEqualTo(CanonicalJson.nameOf("anything"));
  }

  private static String text(String yaml) {
    return CanonicalJson.of(Serialization.unmarshal("---\n" + yaml, JsonNode.class));
  }
}
