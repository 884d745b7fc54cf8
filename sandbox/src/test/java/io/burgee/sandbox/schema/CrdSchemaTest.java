package io.burgee.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CrdSchemaTest {
  private final JsonMapper json = new JsonMapper();

  @Test
  void defaultsReachThroughListsMapsAndDefaultsThemselves() throws JsonProcessingException {
    var schema =
        schema(
            """
            {"list":{"type":"array","items":{"type":"object","properties":{"n":{"default":1}}}},
             "map":{"type":"object","additionalProperties":{"type":"object",
               "properties":{"n":{"type":"integer","default":2}}}},
             "made":{"type":"object","default":{},"properties":{"n":{"default":3}}}}
            """);
    var object = object("{\"list\":[{},{\"n\":9}],\"map\":{\"k\":{}}}");
    schema.fillDefaults(object);
    assertThat(object)
        .isEqualTo(
            object(
                "{\"list\":[{\"n\":1},{\"n\":9}],\"map\":{\"k\":{\"n\":2}},\"made\":{\"n\":3}}"));
  }

  @Test
  void pruningSparesWhatIsPreservedButNotBelowIt() throws JsonProcessingException {
    var schema =
        schema(
            """
            {"free":{"type":"object","x-kubernetes-preserve-unknown-fields":true,
               "properties":{"strict":{"type":"object","properties":{"a":{"type":"integer"}}}}}}
            """);
    var object = object("{\"free\":{\"x\":1,\"strict\":{\"a\":1,\"b\":2}},\"gone\":1}");
    assertThat(schema.prune(object)).containsExactly("free.strict.b", "gone");
    assertThat(object).isEqualTo(object("{\"free\":{\"x\":1,\"strict\":{\"a\":1}}}"));
  }

  @Test
  void aPatternThatBacktracksWithoutEndIsGivenUp() throws JsonProcessingException {
    var schema =
        schema("{\"a\":{\"type\":\"string\",\"pattern\":\"^(.*)(.*)(.*)(.*)(.*)(.*)(.*)x$\"}}");
    var object = object("{\"a\":\"" + "a".repeat(60) + "!\"}");
    assertThatThrownBy(() -> schema.validate(object)).hasMessageContaining("too long to match");
  }

  @Test
  void aDefaultedKeyTellsItemsApart() throws JsonProcessingException {
    var schema =
        schema(
            """
            {"ports":{"type":"array","x-kubernetes-list-type":"map",
              "x-kubernetes-list-map-keys":["port","protocol"],"items":{"type":"object",
              "properties":{"port":{"type":"integer"},
                "protocol":{"type":"string","default":"TCP"}}}}}
            """);
    assertThat(schema.shape().field("ports"))
        .isInstanceOfSatisfying(
            Shape.ListOf.class,
            list -> {
              assertThat(list.keys()).containsExactly("port", "protocol");
              assertThat(list.keyDefaults()).containsOnlyKeys("protocol");
            });
  }

  private CrdSchema schema(String properties) throws JsonProcessingException {
    return CrdSchema.of(json.readTree("{\"type\":\"object\",\"properties\":" + properties + "}"));
  }

  private ObjectNode object(String text) throws JsonProcessingException {
    return (ObjectNode) json.readTree(text);
  }
}
