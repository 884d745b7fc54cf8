package io.burgee.helm.render;

import io.burgee.helm.limit.RecentlyUsed;
import io.burgee.helm.template.Templates;
import java.util.List;

/** Templates of the charts that were rendered last, parsed. Safe for use by several threads. */
final class ParsedCharts {
  private static final int MOST = 64;

  private final RecentlyUsed<String, Templates> parsed = new RecentlyUsed<>(MOST);

  /**
   * @param key the chart's digest, with what else decides on its templates; empty: not kept
   */
  Templates get(String key, List<Page> pages) {
    if (key.isEmpty()) {
      return parse(pages);
    }
    var known = parsed.get(key);
    if (known != null) {
      return known;
    }
    var templates = parse(pages);
    parsed.put(key, templates);
    return templates;
  }

  private static Templates parse(List<Page> pages) {
    var names = Engine.names();
    var templates = Templates.empty();
    for (var page : pages) {
      templates = templates.parse(page.name(), page.text(), names);
    }
    return templates.flat();
  }
}
