package io.burgee.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.Writer;

/** What {@code /metrics} answers with. */
public final class Exposition {
  public static final String CONTENT_TYPE = TextFormat.CONTENT_TYPE_004;

  private Exposition() {}

  /**
   * Leaves out the creation times that the library adds to every counter: the reference has none.
   */
  public static void write(CollectorRegistry registry, Writer writer) throws IOException {
    TextFormat.write004(
        writer, registry.filteredMetricFamilySamples(name -> !name.endsWith("_created")));
  }
}
