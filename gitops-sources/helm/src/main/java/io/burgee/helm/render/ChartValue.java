package io.burgee.helm.render;

import io.burgee.helm.chart.Dependency;
import io.burgee.helm.chart.Metadata;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code .Chart}: the fields of Chart.yaml by their names in Go. */
final class ChartValue {
  private ChartValue() {}

  static Map<String, @Nullable Object> of(Metadata metadata, boolean root) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("Name", metadata.name());
    map.put("Home", metadata.home());
    map.put("Sources", list(metadata.sources()));
    map.put("Version", metadata.version());
    map.put("Description", metadata.description());
    map.put("Keywords", list(metadata.keywords()));
    map.put(
        "Maintainers", list(metadata.maintainers().stream().map(ChartValue::maintainer).toList()));
    map.put("Icon", metadata.icon());
    map.put("APIVersion", metadata.apiVersion());
    map.put("Condition", metadata.condition());
    map.put("Tags", metadata.tags());
    map.put("AppVersion", metadata.appVersion());
    map.put("Deprecated", metadata.deprecated());
    map.put("Annotations", annotations(metadata.annotations()));
    map.put("KubeVersion", metadata.kubeVersion());
    map.put(
        "Dependencies",
        list(metadata.dependencies().stream().map(ChartValue::dependency).toList()));
    map.put("Type", metadata.type());
    map.put("IsRoot", root);
    return map;
  }

  private static List<@Nullable Object> list(List<?> items) {
    return new ArrayList<>(items);
  }

  private static GoMap annotations(Map<String, String> annotations) {
    return annotations.isEmpty()
        ? GoMap.nil(GoType.STRING_DICT)
        : new GoMap(GoType.STRING_DICT, new LinkedHashMap<>(annotations));
  }

  private static Map<String, @Nullable Object> maintainer(Map<String, String> maintainer) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("Name", maintainer.getOrDefault("name", ""));
    map.put("Email", maintainer.getOrDefault("email", ""));
    map.put("URL", maintainer.getOrDefault("url", ""));
    return map;
  }

  private static Map<String, @Nullable Object> dependency(Dependency dependency) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("Name", dependency.name());
    map.put("Version", dependency.version());
    map.put("Repository", dependency.repository());
    map.put("Condition", dependency.condition());
    map.put("Tags", list(dependency.tags()));
    map.put("Enabled", dependency.enabled());
    map.put("ImportValues", list(dependency.importValues()));
    map.put("Alias", dependency.alias());
    return map;
  }
}
