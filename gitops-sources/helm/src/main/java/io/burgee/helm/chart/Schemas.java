package io.burgee.helm.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.values.Tables;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks values against the schemas of a chart and its subcharts. Nothing is fetched for that. */
public final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEWEST = Pattern.compile("https?://json-schema\\.org/schema#?");

  private Schemas() {}

  /**
   * Checks all of them.
   *
   * @throws ChartException that names every value that isn't as its chart says
   */
  public static void validate(Chart chart, Map<String, @Nullable Object> values) {
    var problems = new StringBuilder();
    collect(chart, values, problems);
    if (!problems.isEmpty()) {
      throw new ChartException(
          "values don't meet the specifications of the schema(s) in the following chart(s):\n"
              + problems);
    }
  }

  private static void collect(
      Chart chart, Map<String, @Nullable Object> values, StringBuilder problems) {
    var schema = chart.schema();
    if (schema != null) {
      var found = check(GoStrings.decode(schema.data()), values);
      if (!found.isEmpty()) {
        problems.append(chart.name()).append(":\n").append(found);
      }
    }
    for (var subchart : chart.dependencies()) {
      Object raw = values.get(subchart.name());
      var table = Tables.table(raw);
      if (table != null) {
        collect(subchart, table, problems);
      } else if (raw != null) {
        var type = GoType.of(raw);
        problems
            .append(subchart.name())
            .append(":\ninvalid type for values: expected object (map), got ")
            .append(type == null ? "nil" : type.name())
            .append('\n');
      }
    }
  }

  private static String check(String schema, Map<String, @Nullable Object> values) {
    try {
      var parsed = dialect(JSON.readTree(schema));
      var config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
      var version = version(parsed);
      requireValid(parsed, version, config);
      var messages =
          factory(version)
              .getSchema(parsed, config)
              .validate(JSON.readTree(JsonCodec.write(values)));
      var lines = new TreeSet<String>(GoStrings.ORDER);
      messages.forEach(message -> lines.add(SchemaProblem.line(message)));
      var out = new StringBuilder();
      lines.forEach(line -> out.append("- ").append(line).append('\n'));
      return out.isEmpty() ? "" : out.append('\n').toString();
    } catch (JsonProcessingException | JsonSchemaException | IllegalArgumentException e) {
      throw new ChartException(
          "values don't meet the specifications of the schema(s) in the following chart(s):\n"
              + "the schema can't be used: "
              + e.getMessage(),
          e);
    }
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
      JsonNode schema, SpecVersion.VersionFlag version, SchemaValidatorsConfig config) {
    var mistakes =
        JsonSchemaFactory.getInstance(version)
            .getSchema(SchemaLocation.of(version.getId()), config)
            .validate(schema);
    if (!mistakes.isEmpty()) {
      var lines = new TreeSet<String>(GoStrings.ORDER);
      mistakes.forEach(mistake -> lines.add(SchemaProblem.line(mistake)));
      throw new IllegalArgumentException(String.join("\n", lines));
    }
  }

  /** References to other documents are refused. */
  private static JsonSchemaFactory factory(SpecVersion.VersionFlag version) {
    return JsonSchemaFactory.getInstance(
        version,
        builder ->
            builder.schemaLoaders(
                loaders ->
                    loaders.add(
                        place -> {
                          throw new IllegalArgumentException("a schema may not refer to " + place);
                        })));
  }
}
