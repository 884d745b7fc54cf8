package io.burgee.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
  private final ObjectMapper mapper = new ObjectMapper();

  static Stream<Definition> definitions() {
    return Definition.all();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyFieldOfTheSchemaSurvives(Definition definition) {
    var sample = Json.tree(definition.sample());
    assertThat(roundTrip(sample, definition)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyFieldOfTheSchemaHasAProperty(Definition definition) {
    compare(mapper.constructType(definition.bean()), definition.schema(), definition.toString());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void unknownFieldsSurviveInEveryObject(Definition definition) {
    var sample = Json.tree(definition.sample());
    definition.schema().getProperties().entrySet().stream()
        .filter(part -> part.getKey().equals("spec") || part.getKey().equals("status"))
        .forEach(part -> addUnknown(sample.get(part.getKey()), part.getValue()));
    assertThat(sample.at("/spec/fieldOfTomorrow/deep").isArray()).isTrue();
    assertThat(roundTrip(sample, definition)).isEqualTo(sample);
  }

  @Test
  void anAbsentFieldStaysAbsentAndAnEmptyOneEmpty() {
    var json =
        """
        {"apiVersion":"flagger.app/v1beta1","kind":"Canary","metadata":{"name":"a"},
         "spec":{"service":{"hosts":[],"apex":{}},"analysis":{"stepWeights":[]}}}
        """;
    assertThat(Json.tree(Json.read(json, Canary.class))).isEqualTo(Json.read(json, JsonNode.class));
  }

  private static JsonNode roundTrip(JsonNode json, Definition definition) {
    return Json.tree(Json.read(json.toString(), definition.bean()));
  }

  private void compare(JavaType type, JSONSchemaProps schema, String path) {
    if (type.isCollectionLikeType()) {
      compare(type.getContentType(), schema.getItems().getSchema(), path + "[]");
    } else if (type.getRawClass().getPackageName().equals(Canary.class.getPackageName())) {
      var config = mapper.getDeserializationConfig();
      var properties =
          config.introspect(type).findProperties().stream()
              .collect(
                  Collectors.toMap(
                      BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType));
      assertThat(properties.keySet()).as(path).containsAll(schema.getProperties().keySet());
      schema
          .getProperties()
          .forEach(
              (name, field) ->
                  compare(requireNonNull(properties.get(name)), field, path + "." + name));
    }
  }

  private static void addUnknown(JsonNode value, JSONSchemaProps schema) {
    if (value.isArray()) {
      value.forEach(element -> addUnknown(element, schema.getItems().getSchema()));
    } else if (value instanceof ObjectNode object && !schema.getProperties().isEmpty()) {
      schema.getProperties().forEach((name, field) -> addUnknown(object.get(name), field));
      object.putObject("fieldOfTomorrow").putArray("deep").add(1.5).add("x");
    }
  }
}
