package io.burgee.helm.render;

import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.Files;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.values.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All templates of a chart and its subcharts, each with what it sees. */
final class Pages {
  private static final String TEMPLATES = "templates";

  private final List<Page> pages = new ArrayList<>();

  private Pages() {}

  /** In the order in which they are parsed: the deepest first, so that a parent's defines win. */
  static List<Page> of(Chart chart, Map<String, @Nullable Object> top) {
    var all = new Pages();
    all.chart(chart, chart.name(), true, top, top.get("Values"));
    all.pages.sort(
        Comparator.comparingLong((Page page) -> page.name().chars().filter(c -> c == '/').count())
            .thenComparing(Page::name, GoStrings.ORDER)
            .reversed());
    return all.pages;
  }

  private Map<String, @Nullable Object> chart(
      Chart chart,
      String path,
      boolean root,
      Map<String, @Nullable Object> top,
      @Nullable Object values) {
    var subcharts = new LinkedHashMap<String, @Nullable Object>();
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("Chart", ChartValue.of(chart.metadata(), root));
    data.put("Files", new Files(chart.files()));
    data.put("Release", top.get("Release"));
    data.put("Capabilities", top.get("Capabilities"));
    data.put("Values", values);
    data.put("Subcharts", subcharts);
    for (var subchart : chart.dependencies()) {
      var own = Tables.table(values);
      var table = own == null ? null : Tables.table(own.get(subchart.name()));
      var below = table == null ? new LinkedHashMap<String, @Nullable Object>() : table;
      subcharts.put(
          subchart.name(),
          chart(subchart, path + "/charts/" + subchart.name(), false, top, new ValuesMap(below)));
    }
    for (var template : chart.templates()) {
      var name = template.name();
      boolean partial = name.substring(name.lastIndexOf('/') + 1).startsWith("_");
      if (partial || !chart.metadata().isLibrary()) {
        var text = GoStrings.decode(template.data());
        pages.add(new Page(path + "/" + name, text, path + "/" + TEMPLATES, new ValuesMap(data)));
      }
    }
    return data;
  }
}
