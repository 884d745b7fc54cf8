package io.burgee.kustomize.fuzz;

import static io.burgee.kustomize.fuzz.Objects.at;
import static io.burgee.kustomize.fuzz.Objects.list;
import static io.burgee.kustomize.fuzz.Objects.map;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a kustomization file can ask for, one method each; files that it names are made too. */
final class Features {
  private final Dice dice;
  private final Objects objects;
  private final Patches patches;
  private final Replacements replacements;
  private final Plugins plugins;

  /** The folder of the kustomization, ending in a slash or empty, and all files of the tree. */
  record Place(
      String folder,
      Map<String, Object> files,
      List<Map<String, Object>> known,
      List<Map<String, Object>> generated) {
    /** Makes a file in the folder, whose name is then free to use. */
    String file(String stem, String extension, Object content) {
      for (int i = 0; ; i++) {
        var name = stem + (i == 0 ? "" : i) + extension;
        if (files.putIfAbsent(folder + name, content) == null) {
          return name;
        }
      }
    }
  }

  Features(Dice dice, Values values, Objects objects) {
    this.dice = dice;
    this.objects = objects;
    this.patches = new Patches(dice, values, objects);
    this.replacements = new Replacements(dice, values);
    this.plugins = new Plugins(dice, values, objects, patches);
  }

  void add(Map<String, Object> kustomization, Place place) {
    maybe(25, () -> kustomization.put("namePrefix", dice.of("pre-", "a-")));
    maybe(15, () -> kustomization.put("nameSuffix", dice.of("-post", "-v1")));
    maybe(25, () -> kustomization.put("namespace", dice.of(Objects.NAMESPACES)));
    maybe(20, () -> kustomization.put("commonLabels", objects.strings(dice.between(1, 2))));
    maybe(20, () -> kustomization.put("commonAnnotations", objects.strings(dice.between(1, 2))));
    maybe(20, () -> kustomization.put("labels", many(2, this::label)));
    maybe(
        20,
        () -> kustomization.put(dice.percent(85) ? "images" : "imageTags", many(2, this::image)));
    maybe(
        scales(place) ? 20 : 1,
        () ->
            kustomization.put(
                "replicas",
                many(2, () -> map("name", target(place), "count", dice.between(0, 9)))));
    maybe(
        30, () -> kustomization.put("configMapGenerator", many(2, () -> generator(place, false))));
    maybe(20, () -> kustomization.put("secretGenerator", many(2, () -> generator(place, true))));
    maybe(12, () -> kustomization.put("generatorOptions", generatorOptions()));
    maybe(35, () -> kustomization.put("patches", many(3, () -> patches.entry(place))));
    maybe(
        12,
        () ->
            kustomization.put(
                "patchesStrategicMerge", many(2, () -> patches.strategicEntry(place))));
    maybe(12, () -> kustomization.put("patchesJson6902", many(2, () -> patches.jsonEntry(place))));
    maybe(20, () -> kustomization.put("replacements", many(2, () -> replacements.entry(place))));
    maybe(10, () -> kustomization.put("vars", list(var(place))));
    maybe(8, () -> kustomization.put("transformers", many(2, () -> plugins.transformer(place))));
    maybe(5, () -> kustomization.put("generators", many(2, () -> plugins.generator(place))));
    maybe(3, () -> kustomization.put("validators", list(plugins.transformer(place))));
    maybe(6, () -> kustomization.put("configurations", list(plugins.configuration(place))));
    maybe(3, () -> kustomization.put("crds", list(plugins.crd(place))));
    maybe(
        6,
        () ->
            kustomization.put(
                "buildMetadata",
                many(
                    2,
                    () ->
                        dice.of("originAnnotations", "transformerAnnotations", "managedByLabel"))));
    maybe(6, () -> kustomization.put("sortOptions", sortOptions()));
  }

  private void maybe(int percent, Runnable feature) {
    if (dice.percent(percent)) {
      feature.run();
    }
  }

  private List<Object> many(int most, Supplier<Object> maker) {
    var made = list();
    for (int i = dice.between(1, most); i > 0; i--) {
      made.add(maker.get());
    }
    return made;
  }

  /** The name of something that has replicas, most times. */
  private String target(Place place) {
    var scaled =
        place.known().stream()
            .filter(
                each ->
                    List.of("Deployment", "StatefulSet", "ReplicaSet").contains(at(each, "kind")))
            .toList();
    return scaled.isEmpty() || dice.percent(3) ? objects.name() : Patches.name(dice.of(scaled));
  }

  private static boolean scales(Place place) {
    return place.known().stream().anyMatch(each -> "Deployment".equals(at(each, "kind")));
  }

  private Object label() {
    var label = map("pairs", objects.strings(dice.between(1, 2)));
    maybe(30, () -> label.put("includeSelectors", dice.percent(70)));
    maybe(30, () -> label.put("includeTemplates", dice.percent(70)));
    maybe(
        15,
        () ->
            label.put(
                "fields",
                list(
                    map(
                        "path",
                        dice.of("spec/extra", "spec/parts/labels", "metadata/annotations"),
                        "create",
                        dice.percent(50)))));
    return label;
  }

  private Object image() {
    var image =
        map(
            "name",
            dice.of("nginx", "app", "busybox", "docker.io/nginx", "reg.example:5000/app", "n.inx"));
    maybe(40, () -> image.put("newName", dice.of("mirror/nginx", "reg:5000/x")));
    maybe(50, () -> image.put("newTag", dice.of("1.26", "v2", new Text.Raw("\"1\""))));
    maybe(15, () -> image.put("digest", "sha256:" + "b".repeat(64)));
    maybe(10, () -> image.put("tagSuffix", "-arm"));
    return image;
  }

  private Object generator(Place place, boolean secret) {
    var kind = secret ? "Secret" : "ConfigMap";
    var generator = map();
    var old = place.generated().stream().filter(each -> at(each, "kind").equals(kind)).toList();
    if (!old.isEmpty() && dice.percent(40)) {
      generator.put("name", dice.of(old).get("name"));
      maybe(95, () -> generator.put("behavior", dice.of("merge", "replace")));
    } else {
      generator.put("name", dice.percent(92) ? "gen" + place.generated().size() : objects.name());
      maybe(15, () -> generator.put("behavior", "create"));
      maybe(10, () -> generator.put("namespace", dice.of(Objects.NAMESPACES)));
      maybe(3, () -> generator.put("behavior", "merge"));
    }
    place.generated().add(map("kind", kind, "name", at(generator, "name")));
    maybe(60, () -> generator.put("literals", literals()));
    maybe(30, () -> generator.put("files", list(file(place))));
    maybe(
        20,
        () ->
            generator.put(
                "envs",
                list(
                    place.file(
                        "vars",
                        ".env",
                        dice.of("A=1\nB=two words \n# note\n\n  C='x'\nD\n", "A=\nE==\n")))));
    maybe(25, () -> generator.put("options", generatorOptions()));
    if (secret) {
      maybe(30, () -> generator.put("type", dice.of("Opaque", "kubernetes.io/tls")));
    }
    return generator;
  }

  private Object literals() {
    var literals = list();
    for (var key : List.of("color", "size", "n", "user")) {
      maybe(
          40,
          () ->
              literals.add(
                  key
                      + "="
                      + dice.of("blue", "10", "a b", "'q'", "\"x\"", "a=b", "<b>&", "", "yes")));
    }
    maybe(3, () -> literals.add("color=again"));
    return literals;
  }

  private String file(Place place) {
    var name =
        place.file(
            "file",
            ".txt",
            dice.of(
                "text\n",
                "two\nlines\n",
                "{\"a\": 1}",
                "trailing \n\nblank\n",
                "é\n",
                "",
                "tab\there\n",
                "key: value\n"));
    return dice.percent(40) ? dice.of("key", "renamed.txt") + "=" + name : name;
  }

  private Map<String, Object> generatorOptions() {
    var options = map();
    maybe(30, () -> options.put("labels", objects.strings(1)));
    maybe(30, () -> options.put("annotations", objects.strings(1)));
    maybe(35, () -> options.put("disableNameSuffixHash", dice.percent(70)));
    maybe(20, () -> options.put("immutable", dice.percent(70)));
    if (options.isEmpty()) {
      options.put("immutable", false);
    }
    return options;
  }

  private Object var(Place place) {
    var target =
        place.known().isEmpty()
            ? map("apiVersion", "v1", "kind", "ConfigMap", "metadata", map("name", "app"))
            : dice.of(place.known());
    var reference =
        map(
            "apiVersion",
            at(target, "apiVersion"),
            "kind",
            at(target, "kind"),
            "name",
            at((Map<?, ?>) at(target, "metadata"), "name"));
    var bound = map("name", dice.percent(80) ? "NAME" : "VAR", "objref", reference);
    maybe(
        30,
        () ->
            bound.put(
                "fieldref",
                map(
                    "fieldPath",
                    dice.of(
                        "metadata.name",
                        "metadata.namespace",
                        "kind",
                        "spec.replicas",
                        "data.color"))));
    return bound;
  }

  private Object sortOptions() {
    var options = map("order", dice.of("fifo", "legacy", "legacy"));
    if (at(options, "order").equals("legacy")) {
      maybe(
          50,
          () ->
              options.put(
                  "legacySortOptions",
                  map(
                      "orderFirst",
                      list("Secret", "Deployment"),
                      "orderLast",
                      list("ConfigMap", "Widget"))));
    }
    return options;
  }
}
