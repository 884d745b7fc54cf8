package io.burgee.core.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page for people: what was searched, and what the search is able to find. */
final class ModelTable {
  static final Path PAGE = Path.of("..", "docs", "model-check.md");
  private static final Path RESOURCES = Path.of("src", "test", "resources", "model");

  private final List<String> rows = new ArrayList<>();

  void add(Search.Result result, double seconds) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %,d | %,d | %.0f |",
            result.setup(),
            result.bound(),
            result.states(),
            result.transitions(),
            seconds));
  }

  void write() {
    var page = new ArrayList<>(List.of(read(RESOURCES.resolve("intro.md")).strip(), ""));
    page.add("| strategy | disturbances, at most | states | transitions | seconds |");
    page.add("|---|---|---|---|---|");
    page.addAll(rows);
    page.addAll(List.of("", "## Seeded defects", ""));
    page.add(
        "Each is the shipped rules with one mistake; the check finds it, by the invariant named.");
    page.addAll(List.of("", "| mistake | caught by |", "|---|---|"));
    Defects.all().forEach(d -> page.add("| %s | %s |".formatted(d.name(), d.breaks())));
    page.addAll(List.of("", "The shortest stories of three of them (disturbances have a star):"));
    for (var defect : toldInFull()) {
      page.addAll(List.of("", "### " + defect.name(), "", "```"));
      page.add(read(storyOf(defect)).stripTrailing());
      page.add("```");
    }
    write(PAGE, String.join("\n", page) + "\n");
  }

  static List<Defect> toldInFull() {
    var names =
        List.of(
            "there is no drain delay",
            "an edit of the target during the analysis goes unnoticed",
            "a rescue that can't end has no way out");
    return Defects.all().stream().filter(d -> names.contains(d.name())).toList();
  }

  static Path storyOf(Defect defect) {
    return RESOURCES.resolve(defect.name().replaceAll("[^a-z]+", "-") + ".txt");
  }

  static boolean isUpdated() {
    return Boolean.getBoolean("golden.update");
  }

  static void write(Path path, String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
