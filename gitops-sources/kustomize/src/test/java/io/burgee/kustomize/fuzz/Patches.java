package io.burgee.kustomize.fuzz;

import static io.burgee.kustomize.fuzz.Objects.at;
import static io.burgee.kustomize.fuzz.Objects.list;
import static io.burgee.kustomize.fuzz.Objects.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Patches of both kinds, mostly of objects that are there. */
final class Patches {
  private final Dice dice;
  private final Values values;
  private final Objects objects;

  Patches(Dice dice, Values values, Objects objects) {
    this.dice = dice;
    this.values = values;
    this.objects = objects;
  }

  Object entry(Features.Place place) {
    var json = dice.percent(40);
    var entry = map();
    var target = pick(place);
    if (dice.percent(60)) {
      entry.put("patch", json ? jsonText(target) : Text.of(strategic(target)));
    } else {
      entry.put(
          "path",
          json
              ? place.file("ops", ".yaml", jsonText(target))
              : place.file("patch", ".yaml", list(strategic(target))));
    }
    if (json || dice.percent(50)) {
      entry.put("target", selector(target));
    }
    if (dice.percent(10)) {
      entry.put("options", map(dice.of("allowNameChange", "allowKindChange"), true));
    }
    return entry;
  }

  Object strategicEntry(Features.Place place) {
    var patch = strategic(pick(place));
    return dice.percent(40) ? Text.of(patch) : place.file("merge", ".yaml", list(patch));
  }

  Object jsonEntry(Features.Place place) {
    var target = pick(place);
    var selector = new LinkedHashMap<>(selector(target));
    selector.put("name", name(target));
    return dice.percent(60)
        ? map("target", selector, "patch", jsonText(target))
        : map("target", selector, "path", place.file("ops", ".yaml", jsonText(target)));
  }

  private Map<String, Object> pick(Features.Place place) {
    return place.known().isEmpty() || dice.percent(1) ? objects.any() : dice.of(place.known());
  }

  static String name(Map<String, Object> object) {
    return object.get("metadata") instanceof Map<?, ?> metadata
        ? String.valueOf(metadata.get("name"))
        : "none";
  }

  Map<String, Object> selector(Map<String, Object> target) {
    var selector = map();
    if (dice.percent(70)) {
      selector.put(
          "kind",
          dice.percent(80) ? at(target, "kind") : dice.of("Deploy.*", ".*Set", "ConfigMap|Secret"));
    }
    if (dice.percent(50)) {
      selector.put("name", dice.percent(75) ? name(target) : dice.of("a.*", "app|web", ".*b"));
    }
    if (dice.percent(10)) {
      selector.put("namespace", dice.of(Objects.NAMESPACES));
    }
    if (dice.percent(10)) {
      selector.put(
          "labelSelector",
          dice.of(
              "app=blue", "app", "!tier", "env in (blue,green)", "app!=blue", "app notin (main)"));
    }
    if (dice.percent(5)) {
      selector.put("annotationSelector", dice.of("note", "app=blue"));
    }
    if (dice.percent(10)) {
      selector.put(dice.of("group", "version"), dice.of("apps", "v1", "batch"));
    }
    if (selector.isEmpty()) {
      selector.put("kind", at(target, "kind"));
    }
    return selector;
  }

  /** A patch with some fields of the object changed, removed or new. */
  Map<String, Object> strategic(Map<String, Object> target) {
    var patch = map("apiVersion", at(target, "apiVersion"), "kind", at(target, "kind"));
    var metadata = map("name", name(target));
    if (target.get("metadata") instanceof Map<?, ?> old
        && old.get("namespace") != null
        && dice.percent(90)) {
      metadata.put("namespace", old.get("namespace"));
    }
    if (dice.percent(20)) {
      metadata.put(dice.of("labels", "annotations"), objects.strings(dice.between(0, 2)));
    }
    patch.put("metadata", metadata);
    if (dice.percent(3)) {
      patch.put("$patch", "delete");
      return patch;
    }
    for (var field : List.of("spec", "data", "webhooks", "subjects", "rules")) {
      if (target.containsKey(field) && dice.percent(75)) {
        patch.put(field, changed(at(target, field), 0));
      }
    }
    return patch;
  }

  private Object changed(Object old, int depth) {
    return switch (old) {
      case Map<?, ?> map -> changedMap(map, depth);
      case List<?> items -> changedList(items, depth);
      default -> dice.percent(12) ? new Text.Raw("null") : values.any();
    };
  }

  private Object changedMap(Map<?, ?> old, int depth) {
    var patch = map();
    if (dice.percent(3)) {
      patch.put("$patch", dice.percent(5) ? "other" : dice.of("delete", "replace", "merge"));
    }
    old.forEach(
        (key, value) -> {
          if (key.equals("name")) {
            patch.put("name", value);
          } else if (key.equals("containerPort")
              || key.equals("port")
              || key.equals("mountPath")
              || key.equals("protocol")) {
            patch.put((String) key, dice.percent(80) ? value : dice.of(80, 443, "TCP"));
          } else if (dice.percent(depth < 3 ? 70 : 45)) {
            patch.put(
                (String) key, dice.percent(5) ? new Text.Raw("null") : changed(value, depth + 1));
          }
        });
    if (dice.percent(15)) {
      patch.put(dice.of("extra", "replicas", "image", "paused"), values.any());
    }
    return patch;
  }

  private Object changedList(List<?> old, int depth) {
    var patch = new ArrayList<>();
    for (var item : old) {
      if (dice.percent(70)) {
        patch.add(
            item instanceof String text && dice.percent(40) ? text : changed(item, depth + 1));
      }
    }
    if (!old.isEmpty() && old.getFirst() instanceof Map<?, ?> first) {
      if (dice.percent(20)) {
        var added = map("name", dice.of("main", "new", "LEVEL", "one"), "value", values.any());
        if (first.containsKey("containerPort")) {
          added = objects.port();
        }
        patch.add(dice.below(patch.size() + 1), added);
      }
      if (dice.percent(8)) {
        patch.add(
            dice.below(patch.size() + 1),
            map(
                "name",
                dice.of("main", "side", "LEVEL", "one"),
                "$patch",
                dice.of("delete", "replace")));
      }
      if (dice.percent(4)) {
        patch.add(map("$patch", dice.of("replace", "delete", "merge")));
      }
    }
    return patch;
  }

  /** A JSON patch as YAML or JSON text. */
  private String jsonText(Map<String, Object> target) {
    var operations = list();
    for (int i = dice.between(1, 3); i > 0; i--) {
      operations.add(operation(target));
    }
    var text = Text.of(operations);
    return dice.percent(75) ? text : flow(operations);
  }

  private Object operation(Map<String, Object> target) {
    var path = path(target, dice.percent(3));
    var beside = path.substring(0, path.lastIndexOf('/') + 1) + "beside";
    return switch (dice.below(8)) {
      case 0 -> map("op", "remove", "path", path);
      case 1 ->
          map(
              "op",
              "copy",
              "from",
              path,
              "path",
              dice.percent(60) ? "/metadata/annotations/x" : beside);
      case 2 -> map("op", "move", "from", path, "path", beside);
      case 3 ->
          dice.percent(80)
              ? map("op", "add", "path", "/metadata/annotations/x", "value", values.word())
              : map("op", "test", "path", path, "value", values.word());
      case 4, 5 -> map("op", "replace", "path", path, "value", value());
      default ->
          map(
              "op",
              "add",
              "path",
              dice.percent(15)
                  ? dice.of(
                      "/metadata/annotations/x", "/metadata/labels/x", "/spec/extra", "/data/x~1y")
                  : path,
              "value",
              value());
    };
  }

  private Object value() {
    return dice.percent(70)
        ? values.any()
        : dice.percent(50) ? list(values.any(), values.word()) : map("a", values.any());
  }

  private String path(Object at, boolean wrong) {
    if (wrong) {
      return dice.of(
          "/nope",
          "/spec/nope/deeper",
          "/spec/template/spec/containers/9",
          "/metadata/labels/none",
          "/spec/template/spec/containers/-");
    }
    var path = new StringBuilder();
    while (true) {
      if (at instanceof Map<?, ?> map && !map.isEmpty()) {
        var key = dice.of(new ArrayList<>(map.keySet()));
        if (path.isEmpty() && dice.percent(85)) {
          key = map.containsKey("spec") ? "spec" : map.containsKey("data") ? "data" : "metadata";
        }
        path.append('/').append(key.toString().replace("~", "~0").replace("/", "~1"));
        at = map.get(key);
      } else if (at instanceof List<?> items && !items.isEmpty()) {
        int index = dice.below(items.size());
        path.append('/')
            .append(dice.percent(3) ? "-" : dice.percent(5) ? "-1" : Integer.toString(index));
        at = items.get(index);
      } else {
        return path.toString();
      }
      if (dice.percent(15) && path.length() > 6) {
        return path.toString();
      }
    }
  }

  /** JSON text, where raw YAML is only taken if it is JSON too. */
  private static String flow(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var text = new StringBuilder("{");
        map.forEach(
            (key, child) ->
                text.append(text.length() == 1 ? "" : ", ")
                    .append(Text.quoted((String) key))
                    .append(": ")
                    .append(flow(child)));
        yield text.append('}').toString();
      }
      case List<?> items -> {
        var text = new StringBuilder("[");
        items.forEach(item -> text.append(text.length() == 1 ? "" : ", ").append(flow(item)));
        yield text.append(']').toString();
      }
      case String text -> Text.quoted(text);
      case Text.Raw raw ->
          raw.yaml().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|null") ? raw.yaml() : "\"raw\"";
      default -> value.toString();
    };
  }
}
