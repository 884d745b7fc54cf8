package io.burgee.helm.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.Vocabularies;
import com.networknt.schema.Vocabulary;
import com.networknt.schema.resource.InputStreamSource;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.regex.Regexes;
import io.burgee.helm.value.GoException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One check of values against one schema. Patterns are Go's; nothing is fetched; whatever a schema
 * makes of itself is counted as steps of the render.
 */
final class SchemaCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASE = "file:///values.schema.json";
  private static final Pattern NEWEST = Pattern.compile("https?://json-schema\\.org/schema#?");

  private static final Pattern OWN = Pattern.compile("classpath:draft[-/][0-9a-z/-]+");

  /** The validator looks at their class, or takes them for something else if they are wrapped. */
  private static final List<String> NOT_METERED = List.of("type", "format");

  /** By Helm. */
  private static final List<String> NOT_CHECKED = List.of("contentEncoding", "contentMediaType");

  private static final List<JsonMetaSchema> DRAFTS =
      List.of(
          JsonMetaSchema.getV4(),
          JsonMetaSchema.getV6(),
          JsonMetaSchema.getV7(),
          JsonMetaSchema.getV201909(),
          JsonMetaSchema.getV202012());

  private final Gauge gauge;

  SchemaCheck(Meter meter) {
    this.gauge = new Gauge(meter);
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
      var factory = factory(version);
      requireValid(parsed, factory, version);
      var messages =
          factory
              .getSchema(SchemaLocation.of(BASE), parsed, config(false))
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

  private static String told(Iterable<com.networknt.schema.ValidationMessage> messages) {
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
  private static void requireValid(
      JsonNode schema, JsonSchemaFactory factory, SpecVersion.VersionFlag version) {
    var mistakes =
        factory.getSchema(SchemaLocation.of(version.getId()), config(true)).validate(schema);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "\""
              + BASE
              + "#\" is not valid against metaschema: jsonschema validation failed with '"
              + version.getId().replace("#", "")
              + "#'\n"
              + told(mistakes).stripTrailing());
    }
  }

  /** What is made for one use of a reference is not kept: it may be as many as there are steps. */
  private static SchemaValidatorsConfig config(boolean assertsFormats) {
    var config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(
                pattern -> {
                  var compiled = Regexes.compile(pattern);
                  return text -> compiled.matcher(text).find();
                })
            .preloadJsonSchema(false)
            .cacheRefs(false);
    return (assertsFormats ? config.formatAssertionsEnabled(true) : config).build();
  }

  private JsonSchemaFactory factory(SpecVersion.VersionFlag version) {
    return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(version))
        .metaSchemas(DRAFTS.stream().map(this::metered).toList())
        .schemaLoaders(loaders -> loaders.add(SchemaCheck::referred))
        .build();
  }

  private JsonMetaSchema metered(JsonMetaSchema draft) {
    return JsonMetaSchema.builder(draft)
        .keywords(metered(draft.getKeywords().values()).toList())
        .vocabularyFactory(this::metered)
        .formats(
            formats -> {
              formats.clear();
              Formats.all().forEach(format -> formats.put(format.getName(), format));
            })
        .build();
  }

  private @Nullable Vocabulary metered(String iri) {
    var known = Vocabularies.getVocabulary(iri);
    return known == null
        ? null
        : new Vocabulary(iri, metered(known.getKeywords()).toArray(Keyword[]::new));
  }

  private Stream<Keyword> metered(Collection<Keyword> keywords) {
    return keywords.stream().map(this::metered);
  }

  private Keyword metered(Keyword keyword) {
    var name = keyword.getValue();
    if (NOT_CHECKED.contains(name)) {
      return new NonValidationKeyword(name);
    }
    return NOT_METERED.contains(name) ? keyword : new MeteredKeyword(keyword, gauge);
  }

  /**
   * What another document says: a name that leads nowhere allows everything, as with Helm. Null if
   * it is a draft, which the validator has itself.
   */
  private static @Nullable InputStreamSource referred(AbsoluteIri place) {
    var iri = place.toString();
    if (iri.startsWith("urn:")) {
      return () -> new ByteArrayInputStream("true".getBytes(StandardCharsets.UTF_8));
    }
    if (OWN.matcher(iri).matches()) {
      return null;
    }
    throw new IllegalArgumentException(
        "the schema can't be used: it refers to " + iri.replace(BASE + "/", ""));
  }
}
