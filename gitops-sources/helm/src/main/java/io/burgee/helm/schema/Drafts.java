package io.burgee.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.Vocabularies;
import com.networknt.schema.Vocabulary;
import com.networknt.schema.resource.InputStreamSource;
import io.burgee.helm.regex.Regexes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The drafts of JSON schema as Helm has them: metered, with Go's patterns; nothing is fetched. */
final class Drafts {
  /** What a schema refers to is relative to this. */
  static final String BASE = "file:///values.schema.json";

  private static final Pattern OWN = Pattern.compile("classpath:draft[-/][0-9a-z/-]+");

  /** The validator looks at their class, or takes them for something else if they are wrapped. */
  private static final List<String> NOT_METERED = List.of("type", "format");

  /** By Helm. */
  private static final List<String> NOT_CHECKED = List.of("contentEncoding", "contentMediaType");

  private static final List<JsonMetaSchema> ALL =
      List.of(
          JsonMetaSchema.getV4(),
          JsonMetaSchema.getV6(),
          JsonMetaSchema.getV7(),
          JsonMetaSchema.getV201909(),
          JsonMetaSchema.getV202012());

  private final Gauge gauge;

  Drafts(Gauge gauge) {
    this.gauge = gauge;
  }

  JsonSchema schema(JsonNode schema, SpecVersion.VersionFlag version) {
    return factory(version).getSchema(SchemaLocation.of(BASE), schema, config().build());
  }

  /** What schemas must be. */
  JsonSchema metaSchema(SpecVersion.VersionFlag version) {
    return factory(version)
        .getSchema(
            SchemaLocation.of(version.getId()), config().formatAssertionsEnabled(true).build());
  }

  /** What is made for one use of a reference is not kept: it may be as many as there are steps. */
  private static SchemaValidatorsConfig.Builder config() {
    return SchemaValidatorsConfig.builder()
        .pathType(PathType.JSON_POINTER)
        .regularExpressionFactory(
            pattern -> {
              var compiled = Regexes.compile(pattern);
              return text -> compiled.matcher(text).find();
            })
        .preloadJsonSchema(false)
        .cacheRefs(false);
  }

  private JsonSchemaFactory factory(SpecVersion.VersionFlag version) {
    return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(version))
        .metaSchemas(ALL.stream().map(this::metered).toList())
        .schemaLoaders(loaders -> loaders.add(Drafts::referred))
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
