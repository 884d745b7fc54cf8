package io.burgee.kustomize.fuzz;

import static io.burgee.kustomize.fuzz.Objects.list;
import static io.burgee.kustomize.fuzz.Objects.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a whole tree from a seed: bases, overlays, components, and what they ask for. */
final class TreeMaker {
  private final Dice dice;
  private final Objects objects;
  private final Features features;
  private final Map<String, Object> files = new LinkedHashMap<>();
  private final List<Map<String, Object>> known = new ArrayList<>();
  private final List<Map<String, Object>> generated = new ArrayList<>();

  private TreeMaker(long seed) {
    dice = new Dice(seed);
    var values = new Values(dice);
    objects = new Objects(dice, values);
    features = new Features(dice, values, objects);
  }

  static Tree tree(long seed) {
    return new TreeMaker(seed).make();
  }

  /** A tree of which only the ways to write its resources are of interest. */
  static Tree syntax(long seed) {
    return new TreeMaker(seed).written();
  }

  private Tree written() {
    files.put("kustomization.yaml", list(map("resources", list("objects.yaml"))));
    files.put("objects.yaml", new Syntax(dice).file());
    return new Tree(files, ".", "none", false);
  }

  private Tree make() {
    base("base", 1, 4);
    var bases = list("../base");
    if (dice.percent(20)) {
      base("other", 1, 2);
      bases.add("../other");
    }
    var components = list();
    if (dice.percent(20)) {
      component();
      components.add("../component");
    }
    var dir = "base";
    if (dice.percent(75)) {
      overlay("overlay", bases, components);
      dir = "overlay";
    }
    if (dir.equals("overlay") && dice.percent(15)) {
      overlay("top", list("../overlay"), list());
      dir = "top";
    }
    return new Tree(files, dir, dice.of("", "", "none", "legacy"), dice.percent(4));
  }

  private void base(String name, int least, int most) {
    var kustomization = head("Kustomization");
    kustomization.put("resources", resources(name + "/", least, most));
    finish(name, kustomization, dice.percent(40));
  }

  private void overlay(String name, List<Object> bases, List<Object> components) {
    var kustomization = head("Kustomization");
    var resources = new ArrayList<>(bases);
    if (dice.percent(30)) {
      resources.addAll(resources(name + "/", 1, 2));
    }
    if (dice.percent(8)) {
      kustomization.put("bases", new ArrayList<>(bases));
      resources.removeAll(bases);
    }
    if (!resources.isEmpty()) {
      kustomization.put("resources", resources);
    }
    if (!components.isEmpty()) {
      kustomization.put("components", components);
    }
    finish(name, kustomization, true);
  }

  private void component() {
    var kustomization = head("Component");
    if (dice.percent(40)) {
      kustomization.put("resources", resources("component/", 1, 1));
    }
    finish("component", kustomization, true);
    // An empty one is refused; that is rarely what is looked for.
    if (kustomization.size() == 2) {
      kustomization.put("namePrefix", "c-");
    }
  }

  private Map<String, Object> head(String kind) {
    return kind.equals("Component")
        ? map("apiVersion", "kustomize.config.k8s.io/v1alpha1", "kind", kind)
        : dice.percent(70)
            ? map("apiVersion", "kustomize.config.k8s.io/v1beta1", "kind", kind)
            : map();
  }

  private List<Object> resources(String folder, int least, int most) {
    var names = list();
    for (int i = dice.between(least, most); i > 0; i--) {
      var documents = list();
      for (int k = dice.between(1, 3); k > 0; k--) {
        documents.add(fresh());
      }
      var place = new Features.Place(folder, files, known, generated);
      names.add(place.file("objects", ".yaml", documents));
    }
    return names;
  }

  /** An object whose id is not yet there, mostly: two of the same end most builds. */
  private Map<String, Object> fresh() {
    for (int tries = 0; ; tries++) {
      var object = objects.any();
      var same = known.stream().anyMatch(each -> id(each).equals(id(object)));
      if (!same || tries > 8) {
        if (!String.valueOf(object.get("kind")).endsWith("List")) {
          known.add(object);
        }
        return object;
      }
    }
  }

  private static String id(Map<String, Object> object) {
    return object.get("kind")
        + "/"
        + (object.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("name") : "");
  }

  private void finish(String folder, Map<String, Object> kustomization, boolean rich) {
    if (rich) {
      features.add(kustomization, new Features.Place(folder + "/", files, known, generated));
    }
    files.put(folder + "/kustomization.yaml", list(kustomization));
  }
}
