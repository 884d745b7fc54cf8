package io.burgee.helm.render;

import io.burgee.helm.chart.ChartFile;
import java.util.List;

/**
 * What a render gave.
 *
 * @param manifest all documents but hooks, sorted for installation, each with its source
 * @param hooks by kind and path, as Helm lists them; they run by weight, then by name
 * @param notes NOTES.txt of the chart; empty if there is none
 * @param crds the files of {@code crds/}, subcharts' included, as they are
 */
public record Rendered(String manifest, List<Hook> hooks, String notes, List<ChartFile> crds) {

  /**
   * What {@code helm template} prints.
   *
   * @param withTests whether hooks are among them that are tests
   */
  public String printed(boolean withHooks, boolean withTests) {
    var out = new StringBuilder(Spaces.trim(manifest)).append('\n');
    for (var hook : withHooks ? hooks : List.<Hook>of()) {
      if (withTests || !hook.events().contains("test")) {
        append(hook.path(), hook.manifest(), out);
      }
    }
    return out.toString();
  }

  static void append(String path, String document, StringBuilder out) {
    out.append("---\n# Source: ").append(path).append('\n').append(document).append('\n');
  }

  /** Takes a text of manifests apart into its documents that aren't blank. */
  public static List<String> documents(String text) {
    return Documents.split(text);
  }
}
