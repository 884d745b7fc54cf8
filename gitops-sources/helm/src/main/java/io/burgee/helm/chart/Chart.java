package io.burgee.helm.chart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart with its subcharts. Never changes: what processes dependencies makes another one.
 *
 * @param lock Chart.lock or requirements.lock as read; null if there is none
 * @param values of values.yaml; numbers are doubles
 * @param schema values.schema.json; null if there is none
 * @param files all but templates, values, metadata and subcharts: {@code .Files} and {@code crds/}
 * @param raw every file as loaded, values.yaml and Chart.yaml included, subcharts' not
 * @param digest of all that was loaded, for caches: the same for equal charts; parents only
 */
public record Chart(
    Metadata metadata,
    @Nullable Map<String, @Nullable Object> lock,
    List<ChartFile> templates,
    Map<String, @Nullable Object> values,
    @Nullable ChartFile schema,
    List<ChartFile> files,
    List<ChartFile> raw,
    List<Chart> dependencies,
    String digest) {

  /** The alias of a subchart that has one. */
  public String name() {
    return metadata.name();
  }

  Chart metadata(Metadata newMetadata) {
    return new Chart(
        newMetadata, lock, templates, values, schema, files, raw, dependencies, digest);
  }

  Chart values(Map<String, @Nullable Object> newValues) {
    return new Chart(
        metadata, lock, templates, newValues, schema, files, raw, dependencies, digest);
  }

  Chart dependencies(List<Chart> newDependencies) {
    return new Chart(
        metadata, lock, templates, values, schema, files, raw, newDependencies, digest);
  }
}
