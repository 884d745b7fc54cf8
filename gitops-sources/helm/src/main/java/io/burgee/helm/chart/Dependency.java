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
    String alias) {}
