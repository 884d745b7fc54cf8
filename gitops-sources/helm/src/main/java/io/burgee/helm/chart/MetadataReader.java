package io.burgee.helm.chart;

import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.semver.Version;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.format.GoQuote;
import io.burgee.helm.value.time.GoTime;
import io.burgee.helm.value.time.GoZone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Chart.yaml, and what the first version of charts had in requirements.yaml. */
final class MetadataReader {
  private static final Pattern ALIAS = Pattern.compile("^[a-zA-Z0-9_-]+$");
  private static final String VERSION_1 = "v1";

  private MetadataReader() {}

  /**
   * @throws GoException if it isn't YAML, or a field isn't of its type
   */
  static Metadata read(String text) {
    var fields = new Fields(YamlCodec.readMap(text, "loader.chartBase"), "Metadata");
    var apiVersion = fields.text("apiVersion");
    return new Metadata(
        clean(fields.text("name")),
        clean(fields.text("home")),
        fields.texts("sources").stream().map(MetadataReader::clean).toList(),
        fields.text("version"),
        clean(fields.text("description")),
        fields.texts("keywords").stream().map(MetadataReader::clean).toList(),
        maintainers(fields),
        clean(fields.text("icon")),
        apiVersion.isEmpty() ? VERSION_1 : apiVersion,
        clean(fields.text("condition")),
        clean(fields.text("tags")),
        clean(fields.text("appVersion")),
        fields.truth("deprecated"),
        fields.dict("annotations"),
        clean(fields.text("kubeVersion")),
        dependencies(fields),
        fields.text("type"));
  }

  /** The same with the dependencies of requirements.yaml, if that has any. */
  static Metadata withRequirements(Metadata metadata, String text) {
    var fields = new Fields(YamlCodec.readMap(text, "v2.Metadata"), "Metadata");
    var dependencies = dependencies(fields);
    return dependencies.isEmpty() ? metadata : metadata.dependencies(dependencies);
  }

  private static List<Map<String, String>> maintainers(Fields fields) {
    var maintainers = new ArrayList<Map<String, String>>();
    for (var map : fields.structs("maintainers", "v2.Maintainer")) {
      if (map == null) {
        throw new GoException("validation: maintainers must not contain empty or null nodes");
      }
      var maintainer = new LinkedHashMap<String, String>();
      var inner = new Fields(map, "Maintainer.maintainers");
      for (var name : List.of("name", "email", "url")) {
        maintainer.put(name, clean(inner.text(name)));
      }
      maintainers.add(maintainer);
    }
    return List.copyOf(maintainers);
  }

  private static List<Dependency> dependencies(Fields fields) {
    var dependencies = new ArrayList<Dependency>();
    for (var map : fields.structs("dependencies", "v2.Dependency")) {
      if (map == null) {
        throw new GoException("validation: dependencies must not contain empty or null nodes");
      }
      dependencies.add(dependency(map));
    }
    return List.copyOf(dependencies);
  }

  private static Dependency dependency(Map<?, ?> map) {
    var fields = new Fields(map, "Dependency.dependencies");
    return new Dependency(
        clean(fields.text("name")),
        clean(fields.text("version")),
        clean(fields.text("repository")),
        clean(fields.text("condition")),
        fields.texts("tags").stream().map(MetadataReader::clean).toList(),
        fields.truth("enabled"),
        fields.list("import-values", "[]interface {}"),
        fields.text("alias"));
  }

  /** Blanks are spaces, and what can't be printed is left out. */
  private static String clean(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || c == 0x85 || c == 0xA0) {
                out.append(' ');
              } else if (GoQuote.isPrintable(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /**
   * @throws ChartException if a field isn't as Helm wants it
   */
  static void validate(Metadata metadata) {
    require(!metadata.name().isEmpty(), "chart.metadata.name is required");
    var name = metadata.name();
    require(
        !name.equals(".") && !name.equals(".."),
        "chart.metadata.name " + GoQuote.quote(name) + " is not allowed");
    require(!name.contains("/"), "chart.metadata.name " + GoQuote.quote(name) + " is invalid");
    require(!metadata.version().isEmpty(), "chart.metadata.version is required");
    require(
        isVersion(metadata.version()),
        "chart.metadata.version " + GoQuote.quote(metadata.version()) + " is invalid");
    require(
        List.of("", "application", "library").contains(metadata.type()),
        "chart.metadata.type must be application or library");
    var names = new HashSet<String>();
    for (var dependency : metadata.dependencies()) {
      var alias = dependency.alias();
      require(
          alias.isEmpty() || ALIAS.matcher(alias).matches(),
          "dependency "
              + GoQuote.quote(dependency.name())
              + " has disallowed characters in the alias");
      var key = alias.isEmpty() ? dependency.name() : alias;
      require(names.add(key), "more than one dependency with name or alias " + GoQuote.quote(key));
    }
  }

  private static boolean isVersion(String text) {
    try {
      Objects.requireNonNull(Version.parse(text));
      return true;
    } catch (GoException e) {
      return false;
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new ChartException("validation: " + message);
    }
  }

  /**
   * The lock's fields as they are.
   *
   * @throws GoException if it isn't YAML, or a field isn't of its type
   */
  static Map<String, @Nullable Object> lock(String text) {
    var map = YamlCodec.readMap(text, "v2.Lock");
    var fields = new Fields(map, "Lock");
    requireTime(map.get("generated"));
    fields.text("digest");
    for (var dependency : fields.structs("dependencies", "v2.Dependency")) {
      if (dependency != null) {
        dependency(dependency);
      }
    }
    return map;
  }

  private static void requireTime(@Nullable Object value) {
    if (value == null) {
      return;
    }
    try {
      if (!(value instanceof String text)) {
        throw new GoException("Time.UnmarshalJSON: input is not a JSON string");
      }
      GoTime.parse("2006-01-02T15:04:05Z07:00", text, GoZone.UTC);
    } catch (GoException e) {
      throw new GoException("error unmarshaling JSON: while decoding JSON: " + e.getMessage(), e);
    }
  }
}
