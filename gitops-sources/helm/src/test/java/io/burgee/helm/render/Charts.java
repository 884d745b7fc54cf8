package io.burgee.helm.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartFile;
import io.burgee.helm.chart.Metadata;
import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.function.Environment;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Charts of few files, and what renders them. */
final class Charts {
  static final Release RELEASE = new Release("r", "n", 1, false);

  private Charts() {}

  static RenderOptions options() {
    return RenderOptions.of(
        new Environment(
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new Random(1), new SecureRandom()));
  }

  static Chart chart(String name, String type, Map<String, String> files, Chart... subcharts) {
    var templates =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(file -> new ChartFile(file.getKey(), file.getValue().getBytes(UTF_8)))
                .toList();
    return new Chart(
        metadata(name, type),
        null,
        templates.stream().filter(file -> file.name().startsWith("templates/")).toList(),
        YamlCodec.readMap(files.getOrDefault("values.yaml", "")),
        null,
        templates.stream().filter(file -> !file.name().startsWith("templates/")).toList(),
        templates,
        List.of(subcharts),
        "digest of " + files);
  }

  private static Metadata metadata(String name, String type) {
    return new Metadata(
        name, "", List.of(), "1.0.0", "", List.of(), List.of(), "", "v2", "", "", "2.0", false,
        Map.of(), "", List.of(), type);
  }

  static Rendered render(Map<String, String> files, Chart... subcharts) {
    return render(chart("c", "", files, subcharts));
  }

  static Rendered render(Chart chart) {
    return Render.of(chart, Map.of(), RELEASE, Capabilities.DEFAULT, options());
  }

  /** What the only template of a chart gives. */
  static String text(String template) {
    var printed = render(Map.of("templates/NOTES.txt", template));
    return printed.notes();
  }
}
