package io.burgee.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The queries that are shipped, one file each: {@code queries/FOLDER/METRIC.promql}, and {@code
 * METRIC.samples.promql} where the mesh counts requests. Which folder a provider uses stands in
 * {@code queries/providers.properties}. A new mesh is files and a line there.
 */
public final class BuiltInQueries {
  private static final String ROOT = "queries/";

  private BuiltInQueries() {}

  /** The check that a metric of this name means, unless it is a user's own. */
  public static Optional<Measure> measure(String metric) {
    return List.of(Measure.SUCCESS_RATE, Measure.DURATION).stream()
        .filter(measure -> measure.metric().equals(metric))
        .findFirst();
  }

  /**
   * The query of one built-in check.
   *
   * @throws IllegalArgumentException if there is none, {@link Measure#CUSTOM} included
   */
  public static Query query(String provider, Measure measure, Bindings bindings, Duration window) {
    var folder = providers().getProperty(provider);
    if (folder == null) {
      throw new IllegalArgumentException(
          "no built-in metrics for provider \""
              + provider
              + "\", there are for: "
              + String.join(", ", names()));
    }
    var file = ROOT + folder + "/" + measure.metric();
    var text =
        read(file + ".promql")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no built-in metric \"" + measure.metric() + "\" for " + provider));
    return new Query(
        render(text, bindings),
        read(file + ".samples.promql").map(samples -> render(samples, bindings)),
        window);
  }

  /** The providers that have built-in checks, sorted. */
  public static Set<String> names() {
    return new TreeSet<>(providers().stringPropertyNames());
  }

  /** On one line, as it is sent and shown. */
  private static String render(String text, Bindings bindings) {
    return QueryTemplate.parse(text).render(bindings).strip().replaceAll("\\s+", " ");
  }

  private static Properties providers() {
    var properties = new Properties();
    try (var in = open(ROOT + "providers.properties").orElseThrow()) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Optional<String> read(String name) {
    var found = open(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (var in = found.get()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<InputStream> open(String name) {
    return Optional.ofNullable(BuiltInQueries.class.getResourceAsStream(name));
  }
}
