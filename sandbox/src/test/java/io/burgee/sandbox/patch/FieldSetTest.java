package io.burgee.sandbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.burgee.sandbox.schema.BuiltinTypes;
import org.junit.jupiter.api.Test;

class FieldSetTest {
  private static final String WRITTEN =
      """
      {"f:metadata":{"f:labels":{".":{},"f:app":{}},"f:finalizers":{"v:\\"a.io/x\\"":{}}},
       "f:spec":{"f:ports":{"k:{\\"protocol\\":\\"TCP\\",\\"port\\":80}":{".":{},"f:name":{}}}}}
      """;
  private final JsonMapper json = new JsonMapper();

  @Test
  void pathsReadAsMessagesShowThem() throws JsonProcessingException {
    assertThat(FieldSetJson.read(json.readTree(WRITTEN)).paths())
        .containsExactly(
            ".metadata.finalizers[=\"a.io/x\"]",
            ".metadata.labels",
            ".metadata.labels.app",
            ".spec.ports[port=80,protocol=\"TCP\"]",
            ".spec.ports[port=80,protocol=\"TCP\"].name");
  }

  @Test
  void whatIsWrittenReadsBackEqual() throws JsonProcessingException {
    var set = FieldSetJson.read(json.readTree(WRITTEN));
    assertThat(FieldSetJson.read(FieldSetJson.write(set))).isEqualTo(set);
  }

  @Test
  void stepsOfAnUnknownFormAreLeftOut() throws JsonProcessingException {
    var set = FieldSetJson.read(json.readTree("{\"f:a\":{},\"x:b\":{},\"k:{\":{}}"));
    assertThat(set.paths()).containsExactly(".a");
  }

  @Test
  void differenceKeepsWhatIsBelowOutsideDoesNot() {
    var set = FieldSet.ofFields("status", "status.phase", "spec.replicas");
    var status = FieldSet.ofFields("status");
    assertThat(set.difference(status).paths()).containsExactly(".spec.replicas", ".status.phase");
    assertThat(set.outside(status).paths()).containsExactly(".spec.replicas");
  }

  @Test
  void unionAndIntersectionGoAllTheWayDown() {
    var one = FieldSet.ofFields("spec.a", "spec.b");
    var two = FieldSet.ofFields("spec.b", "spec.c");
    assertThat(one.union(two)).isEqualTo(FieldSet.ofFields("spec.a", "spec.b", "spec.c"));
    assertThat(one.intersection(two)).isEqualTo(FieldSet.ofFields("spec.b"));
    assertThat(one.intersection(FieldSet.ofFields("other"))).isEqualTo(FieldSet.EMPTY);
  }

  @Test
  void declaredFieldsOnTheWayToAMemberJoinIt() {
    var shape = BuiltinTypes.shape("v1", "ConfigMap").orElseThrow();
    assertThat(FieldSet.ofFields("metadata.labels.app").withParents(shape).paths())
        .containsExactly(".metadata", ".metadata.labels", ".metadata.labels.app");
  }
}
