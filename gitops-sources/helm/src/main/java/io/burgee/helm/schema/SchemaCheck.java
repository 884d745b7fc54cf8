package io.burgee.helm.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.limit.RecentlyUsed;
import io.burgee.helm.value.GoException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** One check of values against one schema; whatever a schema makes of itself counts as steps. */
final class SchemaCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEWEST = Pattern.compile("https?://json-schema\\.org/schema#?");
  private static final int KNOWN = 1_000;

  /** Digests of schemas without mistakes: to look for some takes longer than to use them. */
  private static final RecentlyUsed<String, Boolean> SOUND = new RecentlyUsed<>(KNOWN);

  /**
   * A keyword of values takes as long as so many nodes of templates; what is in it may multiply.
   */
  private static final int STEPS = 10;

  private final Meter meter;

  SchemaCheck(Meter meter) {
    this.meter = meter;
  }

  /**
   * The problems, each on a line of its own; empty if there are none.
   *
   * @throws IllegalArgumentException if the schema itself is wrong
   */
  String check(String schema, String values) {
    try {
      var parsed = dialect(JSON.readTree(schema));
      var version = version(parsed);
      requireSound(digest(schema), parsed, version);
      var messages =
          new Drafts(new Gauge(meter, STEPS))
              .schema(parsed, version)
              .validate(JSON.readTree(values));
      return told(messages);
    } catch (JsonProcessingException | JsonSchemaException | GoException e) {
      var problem = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          "the schema can't be used: "
              + (problem.startsWith(": ") ? problem.substring(2) : problem),
          e);
    }
  }

  private static String told(Iterable<ValidationMessage> messages) {
    var problem = Findings.problem(messages);
    var out = new StringBuilder();
    if (problem != null) {
      problem.parts().forEach(part -> part.write(out, 0));
    }
    return out.toString();
  }

  /** Names the newest draft by its own name where a schema only asks for the newest. */
  private static JsonNode dialect(JsonNode schema) {
    if (schema instanceof ObjectNode fields
        && NEWEST.matcher(fields.path("$schema").asText()).matches()) {
      fields.put("$schema", SpecVersion.VersionFlag.V202012.getId());
    }
    return schema;
  }

  private static SpecVersion.VersionFlag version(JsonNode schema) {
    return SpecVersionDetector.detectOptionalVersion(schema, true)
        .orElse(SpecVersion.VersionFlag.V202012);
  }

  /** A schema with a mistake in it must not pass for one that allows everything. */
  private void requireSound(String digest, JsonNode schema, SpecVersion.VersionFlag version) {
    if (SOUND.get(digest) != null) {
      return;
    }
    requireValid(Drafts.BASE + "#", schema, version);
    References.follow(schema, version, meter, (place, part) -> requireValid(place, part, version));
    SOUND.put(digest, true);
  }

  private void requireValid(String place, JsonNode schema, SpecVersion.VersionFlag version) {
    var mistakes = new Drafts(new Gauge(meter, 1)).metaSchema(version).validate(schema);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "\""
              + place
              + "\" is not valid against metaschema: jsonschema validation failed with '"
              + version.getId().replace("#", "")
              + "#'\n"
              + told(mistakes).stripTrailing());
    }
  }

  private static String digest(String schema) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(schema.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
