package io.burgee.helm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.corpus.ChartCase;
import io.burgee.helm.corpus.Ours;
import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.encoding.YamlCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Renders random templates, or charts with random values, here and by the real Helm, and shows what
 * differs: {@code Fuzz SCRIPT RESOURCES templates|charts SEED COUNT}. Each is that of seed {@code
 * SEED + i}. Errors agree if both fail; their words are compared with {@code -Dfuzz.words=true}.
 */
public final class Fuzz {
  private static final int PACK = 50;
  private static final Pattern OURS = Pattern.compile("c/templates/NOTES\\.txt");

  private final Path resources;
  private final PrintStream out;
  private int ok;
  private int different;

  private Fuzz(Path resources, PrintStream out) {
    this.resources = resources;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    var fuzz = new Fuzz(Path.of(args[1]), System.out);
    boolean charts = args[2].equals("charts");
    long seed = Long.parseLong(args[3]);
    int count = Integer.parseInt(args[4]);
    try (var oracle = new Oracle(Path.of(args[0]), charts ? "template" : "evaluate")) {
      fuzz.out.printf("seeds %d to %d%n", seed, seed + count - 1);
      if (charts) {
        fuzz.charts(oracle, seed, count);
      } else {
        fuzz.templates(oracle, seed, count);
      }
    }
    fuzz.out.printf(
        "%d %s, %d of them render, %d differ%n", count, args[2], fuzz.ok, fuzz.different);
    System.exit(fuzz.different == 0 ? 0 : 1);
  }

  private void templates(Oracle oracle, long seed, int count) throws IOException {
    var values = Files.readString(resources.resolve("tables/values.yaml"));
    var json = Oracle.JSON.readTree(JsonCodec.write(YamlCodec.readMap(values)));
    for (long first = seed; first < seed + count; first += PACK) {
      var request = Oracle.JSON.createObjectNode();
      request.set("values", json);
      var texts = new ArrayList<String>();
      for (long each = first; each < Math.min(first + PACK, seed + count); each++) {
        texts.add(Pipelines.template(each));
        request.withArray("templates").add(texts.getLast());
      }
      var replies = oracle.ask(request);
      for (int i = 0; i < texts.size(); i++) {
        var outcome = Ours.evaluate(texts.get(i), YamlCodec.readMap(values));
        var text = OURS.matcher(outcome.text()).replaceAll("c/templates/t");
        if (replies != null) {
          compare(
              first + i,
              texts.get(i),
              Oracle.answer(replies.get(i)),
              new Answer(outcome.ok(), text));
        }
      }
    }
  }

  private void charts(Oracle oracle, long seed, int count) throws IOException {
    var cases = new ArrayList<ChartCase>();
    try (var files = Files.walk(resources.resolve("charts"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        var each = ChartCase.parse(Files.readString(file));
        // Only folders have rules of what to ignore, and these are rendered from memory.
        boolean whole = each.links().isEmpty() && !each.files().containsKey(".helmignore");
        if (each.error().isEmpty() && whole) {
          cases.add(each);
        }
      }
    }
    for (long each = seed; each < seed + count; each++) {
      var chosen = cases.get(new Dice(each).below(cases.size()));
      var values = RandomValues.of(defaults(chosen), each);
      var asked = new ChartCase(chosen.headers(), chosen.files(), chosen.links(), List.of(values));
      var expected = oracle.ask(request(asked));
      if (expected != null) {
        var outcome = Ours.template(asked, () -> chart(asked));
        var about =
            chosen.files().keySet().stream().findFirst().orElse("")
                + "\n"
                + name(chosen)
                + "\n"
                + values;
        compare(each, about, Oracle.answer(expected), new Answer(outcome.ok(), outcome.text()));
      }
    }
  }

  private static Chart chart(ChartCase each) {
    return ChartLoader.files(each.files());
  }

  private static String name(ChartCase each) {
    return new String(each.files().getOrDefault("Chart.yaml", new byte[0]), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("name:"))
        .findFirst()
        .orElse("");
  }

  private static JsonNode defaults(ChartCase each) throws IOException {
    var text = each.files().getOrDefault("values.yaml", new byte[0]);
    return Oracle.JSON.readTree(
        JsonCodec.write(YamlCodec.readMap(new String(text, StandardCharsets.UTF_8))));
  }

  private static JsonNode request(ChartCase each) {
    var request = Oracle.JSON.createObjectNode();
    var base64 = request.putObject("base64");
    each.files()
        .forEach(
            (name, data) -> base64.put(name, java.util.Base64.getEncoder().encodeToString(data)));
    request.put("name", each.header("name", "release-name"));
    request.put("namespace", each.header("namespace", "default"));
    request.put("kubeVersion", each.header("kube-version", ""));
    request.put("includeCrds", each.header("include-crds", "").equals("true"));
    request.put("isUpgrade", each.header("is-upgrade", "").equals("true"));
    each.values().forEach(request.putArray("values")::add);
    each.all("api-versions").forEach(request.putArray("apiVersions")::add);
    each.all("set").forEach(request.putArray("set")::add);
    each.all("set-string").forEach(request.putArray("setString")::add);
    each.all("set-json").forEach(request.putArray("setJson")::add);
    each.all("set-literal").forEach(request.putArray("setLiteral")::add);
    return request;
  }

  /** The answers come as JSON, which can't hold bytes that are no characters. */
  private static String valid(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }

  private void compare(long seed, String asked, Answer expected, Answer actual) {
    ok += expected.ok() ? 1 : 0;
    boolean words = Boolean.getBoolean("fuzz.words");
    boolean same =
        expected.ok() == actual.ok()
            && ((!expected.ok() && !words) || expected.text().equals(valid(actual.text())));
    if (!same) {
      different++;
      out.printf("==== seed %d differs ====%n%s%n", seed, asked);
      out.printf("---- expected: %s%n%s%n", expected.ok(), expected.text());
      out.printf("---- actual: %s%n%s%n", actual.ok(), actual.text());
    }
  }
}
