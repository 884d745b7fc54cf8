package io.burgee.kustomize.fuzz;

import static io.burgee.kustomize.fuzz.Objects.list;
import static io.burgee.kustomize.fuzz.Objects.map;

import java.util.Map;

/** Transformers, generators and configurations that are files of their own. */
final class Plugins {
  private final Dice dice;
  private final Values values;
  private final Objects objects;
  private final Patches patches;

  Plugins(Dice dice, Values values, Objects objects, Patches patches) {
    this.dice = dice;
    this.values = values;
    this.objects = objects;
    this.patches = patches;
  }

  private Object placed(Features.Place place, Map<String, Object> config) {
    return dice.percent(30) ? Text.of(config) : place.file("plugin", ".yaml", list(config));
  }

  private static Map<String, Object> config(String kind, Object... fields) {
    var config = map("apiVersion", "builtin", "kind", kind, "metadata", map("name", "it"));
    config.putAll(map(fields));
    return config;
  }

  private Object specs(String path) {
    return list(
        map(
            "path",
            dice.percent(70)
                ? path
                : dice.of("spec/extra", "spec/template/metadata/labels", "metadata/annotations/x"),
            "create",
            dice.percent(60)));
  }

  Object transformer(Features.Place place) {
    var config =
        switch (dice.below(10)) {
          case 0 ->
              config("PrefixTransformer", "prefix", "p-", "fieldSpecs", specs("metadata/name"));
          case 1 ->
              config("SuffixTransformer", "suffix", "-s", "fieldSpecs", specs("metadata/name"));
          case 2 ->
              config(
                  "LabelTransformer",
                  "labels",
                  objects.strings(1),
                  "fieldSpecs",
                  specs("metadata/labels"));
          case 3 ->
              config(
                  "AnnotationsTransformer",
                  "annotations",
                  objects.strings(1),
                  "fieldSpecs",
                  specs("metadata/annotations"));
          case 4 -> {
            var made =
                config(
                    "NamespaceTransformer",
                    "fieldSpecs",
                    specs("metadata/namespace"),
                    "unsetOnly",
                    dice.percent(40));
            made.put("metadata", map("name", "it", "namespace", dice.of(Objects.NAMESPACES)));
            if (dice.percent(40)) {
              made.put(
                  "setRoleBindingSubjects", dice.of("none", "allServiceAccounts", "defaultOnly"));
            }
            yield made;
          }
          case 5 ->
              config(
                  "ImageTagTransformer",
                  "imageTag",
                  map("name", "nginx", "newTag", "9"),
                  "fieldSpecs",
                  specs("spec/template/spec/containers/image"));
          case 6 ->
              config(
                  "ReplicaCountTransformer",
                  "replica",
                  map("name", objects.name(), "count", 7),
                  "fieldSpecs",
                  list(map("path", "spec/replicas", "kind", "Deployment", "create", true)));
          case 7 -> {
            var target = place.known().isEmpty() ? objects.any() : dice.of(place.known());
            yield config(
                "PatchTransformer",
                "patch",
                Text.of(patches.strategic(target)),
                "target",
                patches.selector(target));
          }
          case 8 ->
              config(
                  "ValueAddTransformer",
                  "value",
                  values.word(),
                  "targets",
                  list(
                      map(
                          "selector",
                          map("kind", dice.of("Deployment", "ConfigMap")),
                          "fieldPath",
                          dice.of("metadata/namespace", "data/color", "spec/extra"))));
          default ->
              config(
                  "PrefixSuffixTransformer",
                  "prefix",
                  "p-",
                  "suffix",
                  "-s",
                  "fieldSpecs",
                  specs("metadata/name"));
        };
    return placed(place, config);
  }

  Object generator(Features.Place place) {
    var kind = dice.of("ConfigMapGenerator", "SecretGenerator");
    var config = config(kind, "name", dice.of("made", "app"), "literals", list("color=red"));
    config.put("metadata", map("name", dice.of("made", "app", "conf")));
    return placed(place, config);
  }

  Object configuration(Features.Place place) {
    var configuration = map();
    if (dice.percent(50)) {
      configuration.put(
          "nameReference",
          list(
              map(
                  "kind",
                  dice.of("Secret", "ConfigMap"),
                  "version",
                  "v1",
                  "fieldSpecs",
                  list(map("path", "spec/secretRef/name", "kind", "Widget")))));
    }
    if (dice.percent(30)) {
      configuration.put(
          "commonLabels", list(map("path", "spec/extra/labels", "kind", "Widget", "create", true)));
    }
    if (dice.percent(30)) {
      configuration.put("varReference", list(map("path", "spec/size", "kind", "Widget")));
    }
    if (dice.percent(20)) {
      configuration.put("images", list(map("path", "spec/containers/image", "kind", "Gadget")));
    }
    if (dice.percent(20)) {
      configuration.put(
          "namespace", list(map("path", "spec/extra/namespace", "kind", "Widget", "create", true)));
    }
    if (configuration.isEmpty()) {
      configuration.put("namePrefix", list(map("path", "spec/secretRef/name", "kind", "Widget")));
    }
    return place.file("config", ".yaml", list(configuration));
  }

  Object crd(Features.Place place) {
    return place.file(
        "types",
        ".json",
        """
        {"example.com/v1.Widget": {"Schema": {"properties": {
          "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"},
          "spec": {"$ref": "example.com/v1.WidgetSpec"}}}},
         "example.com/v1.WidgetSpec": {"Schema": {"properties": {
          "secretRef": {"x-kubernetes-object-ref-api-version": "v1", "x-kubernetes-object-ref-kind": "Secret",
            "$ref": "example.com/v1.Ref"}}}},
         "example.com/v1.Ref": {"Schema": {"properties": {"name": {"type": "string"}}}}}
        """);
  }
}
