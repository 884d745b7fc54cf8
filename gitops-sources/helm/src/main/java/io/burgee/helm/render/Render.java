package io.burgee.helm.render;

import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartChecks;
import io.burgee.helm.chart.ChartException;
import io.burgee.helm.chart.ChartFile;
import io.burgee.helm.chart.Dependencies;
import io.burgee.helm.function.Functions;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.schema.Schemas;
import io.burgee.helm.template.ExecException;
import io.burgee.helm.template.ParseException;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.values.Coalesce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Renders charts. Nothing is shared between renders but parsed templates, so any number can go on
 * at once.
 */
public final class Render {
  private static final ParsedCharts PARSED = new ParsedCharts();
  private static final String NOTES = "NOTES.txt";

  private final Chart chart;
  private final Release release;
  private final Capabilities capabilities;
  private final RenderOptions options;

  private Render(Chart chart, Release release, Capabilities capabilities, RenderOptions options) {
    this.chart = chart;
    this.release = release;
    this.capabilities = capabilities;
    this.options = options;
  }

  /**
   * What a chart gives for the user's values.
   *
   * @throws RenderException if its templates fail, or give what isn't YAML
   * @throws ChartException if the chart can't be installed, or values aren't as its schema says
   * @throws LimitException if it asks for more than it may have
   */
  public static Rendered of(
      Chart chart,
      Map<String, @Nullable Object> values,
      Release release,
      Capabilities capabilities,
      RenderOptions options) {
    BooleanSupplier cancelled =
        () -> Thread.currentThread().isInterrupted() || options.cancelled().getAsBoolean();
    var meter = new Meter(options.limits(), cancelled, System::nanoTime);
    return Deep.call(
        () -> {
          ChartChecks.installable(chart);
          ReleaseNames.check(release.name());
          var processed = process(chart, values);
          return new Render(processed, release, capabilities, options).run(values, meter);
        });
  }

  private static Chart process(Chart chart, Map<String, @Nullable Object> values) {
    try {
      return Dependencies.process(chart, values);
    } catch (ChartException e) {
      throw new ChartException("chart dependencies processing failed: " + e.getMessage(), e);
    }
  }

  private Rendered run(Map<String, @Nullable Object> user, Meter meter) {
    var values = Coalesce.values(chart, user, warning -> {});
    if (!options.skipSchema()) {
      Schemas.validate(chart, values, meter);
    }
    checkKubeVersion();
    var files = files(values, meter);
    var notes = takeNotes(files);
    var manifests = Manifests.of(files);
    var crds = crds(chart, chart.name());
    return new Rendered(manifest(manifests, crds), List.copyOf(manifests.hooks()), notes, crds);
  }

  /** Here a release has been made for Helm, so it is an error of rendering. */
  private void checkKubeVersion() {
    var version = capabilities.kubeVersion();
    try {
      ChartChecks.kubeVersion(chart, version.normalized(), version.version());
    } catch (ChartException e) {
      throw new RenderException(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, String> files(Map<String, @Nullable Object> values, Meter meter) {
    var pages = Pages.of(chart, top(values));
    try {
      var templates = PARSED.get(key(), pages);
      var functions = Functions.all(options.environment());
      return new Engine(functions, options.lookup(), meter).render(pages, templates);
    } catch (ParseException e) {
      throw Failures.parse(e);
    } catch (ExecException e) {
      throw Failures.execute(e);
    } catch (GoException e) {
      throw new RenderException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Which subcharts are in use, and by what names, is decided by values. */
  private String key() {
    if (chart.digest().isEmpty()) {
      return "";
    }
    var key = new StringBuilder(chart.digest());
    append(chart, key);
    return key.toString();
  }

  private static void append(Chart chart, StringBuilder key) {
    var version = chart.metadata().version();
    key.append(' ').append(chart.name()).append('@').append(version).append('(');
    chart.dependencies().forEach(each -> append(each, key));
    key.append(')');
  }

  private Map<String, @Nullable Object> top(Map<String, @Nullable Object> values) {
    var about = new LinkedHashMap<String, @Nullable Object>();
    about.put("Name", release.name());
    about.put("Namespace", release.namespace());
    about.put("IsUpgrade", release.upgrade());
    about.put("IsInstall", !release.upgrade());
    about.put("Revision", (long) release.revision());
    about.put("Service", "Helm");
    var top = new LinkedHashMap<String, @Nullable Object>();
    top.put("Release", about);
    top.put("Capabilities", capabilities);
    top.put("Values", new ValuesMap(values));
    return top;
  }

  private String takeNotes(Map<String, String> files) {
    var notes = new ArrayList<String>();
    for (var name :
        files.keySet().stream().filter(each -> each.endsWith(NOTES)).sorted().toList()) {
      var text = files.remove(name);
      if (options.subchartNotes() || name.equals(chart.name() + "/templates/" + NOTES)) {
        notes.add(text);
      }
    }
    return String.join("\n", notes);
  }

  private String manifest(Manifests manifests, List<ChartFile> crds) {
    var out = new StringBuilder();
    if (options.includeCrds()) {
      crds.forEach(crd -> append(out, crd.name(), GoStrings.decode(crd.data())));
    }
    manifests.manifests().forEach(each -> append(out, each.path(), each.content()));
    return out.toString();
  }

  private static void append(StringBuilder out, String path, String content) {
    out.append("---\n# Source: ").append(path).append('\n').append(content).append('\n');
  }

  private static List<ChartFile> crds(Chart chart, String path) {
    var crds = new ArrayList<ChartFile>();
    for (var file : chart.files()) {
      var name = file.name();
      var lower = name.toLowerCase(java.util.Locale.ROOT);
      boolean manifest =
          lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
      if (name.startsWith("crds/") && manifest) {
        crds.add(new ChartFile(path + "/" + name, file.data()));
      }
    }
    chart.dependencies().forEach(each -> crds.addAll(crds(each, path + "/charts/" + each.name())));
    return List.copyOf(crds);
  }
}
