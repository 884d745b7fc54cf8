package io.burgee.helm.chart;

import java.util.List;
import java.util.Map;

/**
 * Chart.yaml. Texts that aren't there are empty.
 *
 * @param maintainers name, email and url of each
 * @param annotations empty if there are none
 * @param type application, library or empty
 */
public record Metadata(
    String name,
    String home,
    List<String> sources,
    String version,
    String description,
    List<String> keywords,
    List<Map<String, String>> maintainers,
    String icon,
    String apiVersion,
    String condition,
    String tags,
    String appVersion,
    boolean deprecated,
    Map<String, String> annotations,
    String kubeVersion,
    List<Dependency> dependencies,
    String type) {

  public boolean isLibrary() {
    return type.equalsIgnoreCase("library");
  }

  Metadata name(String newName) {
    return new Metadata(
        newName,
        home,
        sources,
        version,
        description,
        keywords,
        maintainers,
        icon,
        apiVersion,
        condition,
        tags,
        appVersion,
        deprecated,
        annotations,
        kubeVersion,
        dependencies,
        type);
  }

  Metadata dependencies(List<Dependency> newDependencies) {
    return new Metadata(
        name,
        home,
        sources,
        version,
        description,
        keywords,
        maintainers,
        icon,
        apiVersion,
        condition,
        tags,
        appVersion,
        deprecated,
        annotations,
        kubeVersion,
        newDependencies,
        type);
  }
}
