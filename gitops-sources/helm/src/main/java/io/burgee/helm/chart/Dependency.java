package io.burgee.helm.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart that another one asks for.
 *
 * @param importValues texts, or maps with child and parent
 * @param enabled as Chart.yaml says; what is in use is decided later
 */
public record Dependency(
    String name,
    String version,
    String repository,
    String condition,
    List<String> tags,
    boolean enabled,
    List<@Nullable Object> importValues,
    String alias) {

  Dependency name(String newName) {
    return new Dependency(
        newName, version, repository, condition, tags, enabled, importValues, alias);
  }

  Dependency enabled(boolean newEnabled) {
    return new Dependency(
        name, version, repository, condition, tags, newEnabled, importValues, alias);
  }

  Dependency importValues(List<@Nullable Object> newImportValues) {
    return new Dependency(
        name, version, repository, condition, tags, enabled, newImportValues, alias);
  }
}
