package io.burgee.helm.schema;

import io.burgee.helm.chart.Chart;
import io.burgee.helm.chart.ChartException;
import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.values.Tables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks values against the schemas of a chart and its subcharts. */
public final class Schemas {
  private final Meter meter;
  private final StringBuilder problems = new StringBuilder();

  private Schemas(Meter meter) {
    this.meter = meter;
  }

  /**
   * Checks all of them.
   *
   * @throws ChartException that names every value that isn't as its chart says
   * @throws io.burgee.helm.limit.LimitException if a schema asks for more than a render may have
   */
  public static void validate(Chart chart, Map<String, @Nullable Object> values, Meter meter) {
    var schemas = new Schemas(meter);
    schemas.collect(chart, values);
    if (!schemas.problems.isEmpty()) {
      throw new ChartException(
          "values don't meet the specifications of the schema(s) in the following chart(s):\n"
              + schemas.problems);
    }
  }

  private void collect(Chart chart, Map<String, @Nullable Object> values) {
    var schema = chart.schema();
    if (schema != null) {
      var found = check(chart.name(), GoStrings.decode(schema.data()), values);
      if (!found.isEmpty()) {
        problems.append(chart.name()).append(":\n").append(found);
      }
    }
    for (var subchart : chart.dependencies()) {
      Object raw = values.get(subchart.name());
      var table = Tables.table(raw);
      if (table != null) {
        collect(subchart, table);
      } else if (raw != null) {
        var type = GoType.of(raw);
        problems
            .append(subchart.name())
            .append(":\ninvalid type for values: expected object (map), got ")
            .append(type == null ? "nil" : type.name())
            .append('\n');
      }
    }
  }

  private String check(String chart, String schema, Map<String, @Nullable Object> values) {
    try {
      return new SchemaCheck(meter).check(schema, JsonCodec.write(values));
    } catch (LimitException e) {
      throw e.at(chart + "/values.schema.json");
    } catch (IllegalArgumentException e) {
      return e.getMessage() + "\n";
    }
  }
}
