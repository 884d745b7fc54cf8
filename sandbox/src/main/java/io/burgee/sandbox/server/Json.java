package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.ApiFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads and writes bodies. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses JSON, or YAML where {@code mediaType} says so; 400 when it is neither. */
  static JsonNode parse(byte[] body, String mediaType) {
    var yaml = mediaType.endsWith("yaml") && !startsWithBrace(body);
    try {
      return yaml ? parseYaml(new String(body, UTF_8)) : MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw ApiFailure.badRequest("the body can't be parsed: " + e.getOriginalMessage());
    } catch (IOException | YamlEngineException e) {
      throw ApiFailure.badRequest("the body can't be parsed: " + e.getMessage());
    }
  }

  private static boolean startsWithBrace(byte[] body) {
    return body.length > 0 && body[0] == '{';
  }

  private static JsonNode parseYaml(String text) {
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return MAPPER.valueToTree(new Load(settings).loadFromString(text));
  }
}
