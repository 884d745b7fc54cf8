package io.burgee.helm.corpus;

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
import io.burgee.helm.values.ValuesException;
import io.burgee.helm.values.ValuesOptions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What this engine makes of what the real Helm was asked. */
public final class Ours {
  private static final RenderOptions OPTIONS =
      RenderOptions.of(
          new Environment(Clock.systemUTC(), new SplittableRandom(1), new SecureRandom()));
  private static final String CHART =
      "apiVersion: v2\nname: c\nversion: 1.2.3\nappVersion: 4.5.6\n";

  private Ours() {}

  /** What came of it: the output and the notes, or the error. */
  public record Outcome(boolean ok, String text, String notes) {
    static Outcome of(Supplier<Outcome> render) {
      try {
        return render.get();
      } catch (RenderException | ChartException | ValuesException | LimitException e) {
        return new Outcome(false, String.valueOf(e.getMessage()), "");
      }
    }
  }

  /** The template as the only one of the tables' chart; it needn't give YAML. */
  public static Outcome evaluate(String template, Map<String, @Nullable Object> values) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("Chart.yaml", bytes(CHART));
    files.put("templates/NOTES.txt", bytes(template));
    files.put("a.txt", bytes("one\ntwo\n"));
    files.put("conf/b.ini", bytes("x=1"));
    return Outcome.of(
        () -> {
          var rendered =
              Render.of(
                  ChartLoader.files(files),
                  values,
                  new Release("r", "n", 1, false),
                  Capabilities.DEFAULT,
                  OPTIONS);
          return new Outcome(true, rendered.notes(), "");
        });
  }

  /** As {@code helm template} prints it. */
  public static Outcome template(ChartCase each, Supplier<Chart> chart) {
    return Outcome.of(
        () -> {
          var rendered = render(each, chart.get());
          var out = new StringBuilder(rendered.manifest().strip()).append('\n');
          rendered
              .hooks()
              .forEach(
                  hook ->
                      out.append("---\n# Source: ")
                          .append(hook.path())
                          .append('\n')
                          .append(hook.manifest())
                          .append('\n'));
          return new Outcome(true, out.toString(), rendered.notes());
        });
  }

  private static Rendered render(ChartCase each, Chart chart) {
    var kube = each.header("kube-version", "");
    var capabilities = Capabilities.DEFAULT.with(each.all("api-versions"));
    return Render.of(
        chart,
        values(each),
        new Release(
            each.header("name", "release-name"),
            each.header("namespace", "default"),
            1,
            each.header("is-upgrade", "").equals("true")),
        kube.isEmpty() ? capabilities : capabilities.kubeVersion(KubeVersion.parse(kube)),
        OPTIONS.includeCrds(each.header("include-crds", "").equals("true")));
  }

  private static Map<String, @Nullable Object> values(ChartCase each) {
    var files = new LinkedHashMap<String, String>();
    for (int i = 0; i < each.values().size(); i++) {
      files.put("values-" + i + ".yaml", each.values().get(i));
    }
    return new ValuesOptions(
            files,
            each.all("set-json"),
            each.all("set"),
            each.all("set-string"),
            List.of(),
            each.all("set-literal"))
        .merge(name -> name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
