package io.burgee.kustomize.fuzz;

import static io.burgee.kustomize.fuzz.Objects.at;
import static io.burgee.kustomize.fuzz.Objects.list;
import static io.burgee.kustomize.fuzz.Objects.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Replacements from and to objects that are there, mostly. */
final class Replacements {
  private static final List<String> PATHS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.labels.app",
          "metadata.annotations.note",
          "metadata.annotations.[example.com/x]",
          "spec.replicas",
          "spec.template.spec.containers.0.image",
          "spec.template.spec.containers.[name=main].image",
          "spec.template.spec.containers.*.image",
          "spec.template.spec.containers.[name=main].env.[name=LEVEL].value",
          "data.color",
          "data.size",
          "data.[a.json].port",
          "data.a\\.json",
          "data.[b.yaml].port",
          "data.[b.yaml].hosts.0",
          "spec.size",
          "spec.parts.[name=a].value",
          "spec.parts.*.value",
          "spec.secretRef.name",
          "spec.rules.0.host",
          "spec.ports.0.port",
          "spec.selector.app",
          "spec.template.metadata.labels.app",
          "kind",
          "data",
          "spec.parts");

  private final Dice dice;
  private final Values values;

  Replacements(Dice dice, Values values) {
    this.dice = dice;
    this.values = values;
  }

  Object entry(Features.Place place) {
    var replacement = map();
    if (dice.percent(15)) {
      replacement.put("sourceValue", values.string());
    } else {
      replacement.put("source", source(place));
    }
    var targets = list();
    for (int i = dice.between(1, 2); i > 0; i--) {
      targets.add(target(place));
    }
    replacement.put("targets", targets);
    if (dice.percent(20)) {
      return map(
          "path",
          place.file("replace", ".yaml", list(dice.percent(50) ? replacement : list(replacement))));
    }
    return replacement;
  }

  private Object source(Features.Place place) {
    if (place.known().isEmpty()) {
      return map("kind", "ConfigMap");
    }
    var object = dice.of(place.known());
    var source = map("kind", at(object, "kind"), "name", Patches.name(object));
    if (dice.percent(85)) {
      source.put("fieldPath", dice.percent(97) ? path(object, 15) : dice.of(PATHS));
    }
    if (dice.percent(15)) {
      source.put(
          "options",
          map(
              "delimiter",
              dice.of("-", ":", "."),
              "index",
              dice.percent(80) ? 0 : dice.between(0, 2)));
    }
    return source;
  }

  private Object target(Features.Place place) {
    var object =
        place.known().isEmpty()
            ? map("kind", "ConfigMap", "metadata", map("name", "app"))
            : dice.of(place.known());
    var select = map("kind", dice.percent(95) ? at(object, "kind") : dice.of("Deploy.*", ".*"));
    if (dice.percent(80)) {
      select.put("name", Patches.name(object));
    }
    var target = map("select", select);
    if (dice.percent(15)) {
      target.put(
          "reject",
          list(
              dice.percent(50)
                  ? map("name", dice.of(Objects.NAMES))
                  : map("labelSelector", "app=blue")));
    }
    if (dice.percent(92)) {
      var paths = list();
      for (int i = dice.between(1, 2); i > 0; i--) {
        paths.add(dice.percent(92) ? path(object, 3) : dice.of(PATHS));
      }
      target.put("fieldPaths", paths);
    }
    var options = map();
    if (dice.percent(50)) {
      options.put("create", true);
    }
    if (dice.percent(15)) {
      options.put("delimiter", dice.of("-", ":", "."));
      options.put("index", dice.between(-1, 2));
    }
    if (!options.isEmpty()) {
      target.put("options", options);
    }
    return target;
  }

  /** The way to a field of the object; now and then only part of it. */
  private String path(Object at, int partly) {
    var path = new StringBuilder();
    while (!path.isEmpty() || at instanceof Map<?, ?>) {
      if (at instanceof Map<?, ?> map && !map.isEmpty()) {
        var key = dice.of(new ArrayList<>(map.keySet())).toString();
        path.append(path.isEmpty() ? "" : ".");
        path.append(
            key.indexOf('.') < 0
                ? key
                : dice.percent(70) ? "[" + key + "]" : key.replace(".", "\\."));
        at = map.get(key);
      } else if (at instanceof List<?> items && !items.isEmpty()) {
        int index = dice.below(items.size());
        var item = items.get(index);
        path.append('.');
        path.append(
            item instanceof Map<?, ?> map
                    && map.get("name") instanceof String name
                    && dice.percent(60)
                ? "[name=" + name + "]"
                : dice.percent(30) ? "*" : Integer.toString(index));
        at = item;
      } else {
        break;
      }
      if (dice.percent(partly)) {
        break;
      }
    }
    var found = path.toString();
    return found.equals("data.[b.yaml]") && dice.percent(50)
        ? found + dice.of(".port", ".hosts.0")
        : found.equals("data.[a.json]") && dice.percent(50) ? found + ".port" : found;
  }
}
