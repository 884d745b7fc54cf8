package io.burgee.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.chart.ChartException;
import io.burgee.helm.limit.LimitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values that multiply between charts: each ends with an error, and soon. */
@Timeout(60)
class HostileValuesTest {
  @Test
  void importsOfImportsAreCounted() {
    var chart = HostileChart.named();
    var folder = "";
    for (int i = 0; i <= 18; i++) {
      chart.with(folder + "Chart.yaml", subchart(i) + (i < 18 ? importsTwice("c" + (i + 1)) : ""));
      chart.with(folder + "values.yaml", "d: {a: 1}\n");
      folder += "charts/c" + (i + 1) + "/";
    }
    assertThatThrownBy(chart::render)
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("values come from import-values");
  }

  private static String subchart(int number) {
    return "apiVersion: v2\nname: c" + number + "\nversion: 1.0.0\n";
  }

  private static String importsTwice(String subchart) {
    return """
    dependencies:
    - name: %s
      version: 1.0.0
      import-values:
      - {child: d, parent: d.x}
      - {child: d, parent: d.y}
    """
        .formatted(subchart);
  }

  @Test
  void globalsOfAllSubchartsAreCounted() {
    var values = new StringBuilder("global:\n  t:\n");
    for (int i = 0; i < 20_000; i++) {
      values.append("    k").append(i).append(": 1\n");
    }
    var chart = HostileChart.named().with("values.yaml", values.toString());
    for (int i = 0; i < 100; i++) {
      chart.with("charts/c" + i + "/Chart.yaml", subchart(i));
    }
    assertThatThrownBy(chart::render)
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("global values in all subcharts");
  }

  @Test
  void aliasBombsInValuesAreRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      var alias = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append((alias + ", ").repeat(9)).append(alias).append("]\n");
    }
    var chart = HostileChart.named().with("values.yaml", bomb.toString());
    assertThatThrownBy(chart::render)
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("values.yaml");
  }
}
