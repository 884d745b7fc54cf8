package io.burgee.operator.cli;

import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartException;
import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.function.Environment;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.render.Capabilities;
import io.burgee.helm.render.KubeVersion;
import io.burgee.helm.render.Release;
import io.burgee.helm.render.Render;
import io.burgee.helm.render.RenderException;
import io.burgee.helm.render.RenderOptions;
import io.burgee.helm.render.Rendered;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.values.ValuesException;
import io.burgee.helm.values.ValuesOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders charts of this computer. Safe for use by several threads. */
final class LocalChart {
  private static final String ADVICE = "\n\nUse --debug flag to render out invalid YAML";

  private final RenderOptions options;

  LocalChart() {
    var random = new SecureRandom();
    options =
        RenderOptions.of(new Environment(Clock.system(ZoneId.systemDefault()), random, random));
  }

  /**
   * @throws TemplateException if the chart or its values can't be read or used
   * @throws RenderException if a template fails
   * @throws LimitException if the chart asks for more than it may have
   */
  Rendered render(TemplateRequest request) {
    try {
      var capabilities = capabilities(request);
      var path = locate(request.chart());
      var values = values(request.values());
      var release = new Release(request.name(), request.namespace(), 1, request.upgrade());
      var how = options.includeCrds(request.includeCrds()).skipSchema(request.skipSchema());
      return Render.of(load(path), values, release, capabilities, how);
    } catch (ChartException | ValuesException | GoException e) {
      throw new TemplateException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What the user is told: Helm advises its own flag where a release had been made. */
  static String message(RuntimeException problem) {
    return problem.getMessage() + (problem instanceof TemplateException ? "" : ADVICE);
  }

  private static Capabilities capabilities(TemplateRequest request) {
    var version = request.kubeVersion();
    var all = Capabilities.DEFAULT.with(request.apiVersions());
    try {
      return version.isEmpty() ? all : all.kubeVersion(KubeVersion.parse(version));
    } catch (GoException e) {
      throw new TemplateException("invalid kube version '" + version + "': " + e.getMessage(), e);
    }
  }

  private static Path locate(String chart) {
    var name = chart.strip();
    var path = path(name);
    if (Files.exists(path)) {
      return path;
    }
    if (path.isAbsolute() || name.startsWith(".")) {
      throw new TemplateException("path \"" + name + "\" not found");
    }
    int slash = name.indexOf('/');
    throw new TemplateException(
        slash < 0
            ? "non-absolute URLs should be in form of repo_name/path_to_chart, got: " + name
            : "repo " + name.substring(0, slash) + " not found");
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TemplateException("path \"" + name + "\" not found", e);
    }
  }

  private static Chart load(Path path) {
    try {
      return ChartLoader.path(path);
    } catch (IOException e) {
      throw new TemplateException("open " + path + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, @Nullable Object> values(TemplateRequest.Values values) {
    var files = new LinkedHashMap<String, String>();
    for (var name : values.files()) {
      files.remove(name); // the last one counts
      files.put(name, read(name));
    }
    return new ValuesOptions(
            files,
            values.json(),
            values.set(),
            values.setString(),
            values.setFile(),
            values.literal())
        .merge(LocalChart::read);
  }

  private static String read(String name) {
    try {
      if (name.strip().equals("-")) {
        return GoStrings.decode(System.in.readAllBytes());
      }
      return GoStrings.decode(Files.readAllBytes(path(name)));
    } catch (NoSuchFileException e) {
      throw new TemplateException("open " + name + ": no such file or directory", e);
    } catch (IOException e) {
      throw new TemplateException("read " + name + ": " + e.getMessage(), e);
    }
  }
}
