package io.burgee.helm;

import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.function.Environment;
import io.burgee.helm.render.Capabilities;
import io.burgee.helm.render.Release;
import io.burgee.helm.render.Render;
import io.burgee.helm.render.RenderOptions;
import io.burgee.helm.render.Rendered;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Charts of strangers, made by a test, and what becomes of them. */
final class HostileChart {
  static final RenderOptions OPTIONS =
      RenderOptions.of(
          new Environment(Clock.systemUTC(), new SplittableRandom(1), new SecureRandom()));
  static final String CHART = "apiVersion: v2\nname: h\nversion: 1.0.0\n";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private HostileChart() {}

  /** With nothing but its name. */
  static HostileChart named() {
    return new HostileChart().with("Chart.yaml", CHART);
  }

  HostileChart with(String file, String text) {
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Rendered render() {
    return render(OPTIONS);
  }

  Rendered render(RenderOptions options) {
    return Render.of(
        ChartLoader.files(files),
        new LinkedHashMap<String, @Nullable Object>(),
        new Release("r", "n", 1, false),
        Capabilities.DEFAULT,
        options);
  }
}
