package io.burgee.helm.render;

import io.burgee.helm.chart.Fields;
import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rendered files taken apart into documents: those of the release, and hooks. */
final class Manifests {
  private static final String HOOK = "helm.sh/hook";
  private static final Map<String, String> EVENTS = events();

  /** A document of the release. */
  record Manifest(String path, String content, String kind) {}

  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();

  private Manifests() {}

  private static Map<String, String> events() {
    var events = new LinkedHashMap<String, String>();
    for (var each : List.of("install", "delete", "upgrade", "rollback")) {
      events.put("pre-" + each, "pre-" + each);
      events.put("post-" + each, "post-" + each);
    }
    events.put("test", "test");
    events.put("test-success", "test"); // as it was called in Helm 2
    return events;
  }

  /**
   * @throws RenderException if a document isn't YAML
   */
  static Manifests of(Map<String, String> files) {
    var all = new Manifests();
    files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(GoStrings.ORDER))
        .filter(file -> !isPartial(file.getKey()))
        .forEach(
            file -> Documents.split(file.getValue()).forEach(each -> all.add(file.getKey(), each)));
    all.manifests.sort(Comparator.comparing(Manifest::kind, KindOrder.INSTALL));
    all.hooks.sort(Comparator.comparing(Hook::kind, KindOrder.INSTALL));
    return all;
  }

  private static boolean isPartial(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith("_");
  }

  List<Manifest> manifests() {
    return manifests;
  }

  List<Hook> hooks() {
    return hooks;
  }

  private void add(String path, String document) {
    Head head;
    try {
      head = Head.read(document);
    } catch (GoException e) {
      throw new RenderException("YAML parse error on " + path + ": " + e.getMessage(), e);
    }
    var events = head.annotations.get(HOOK);
    if (events == null) {
      manifests.add(new Manifest(path, document, head.kind));
      return;
    }
    var known = new ArrayList<String>();
    for (var event : words(events)) {
      var name = EVENTS.get(event);
      if (name == null) {
        return; // neither a hook nor of the release
      }
      known.add(name);
    }
    hooks.add(
        new Hook(
            head.name,
            head.kind,
            path,
            document,
            List.copyOf(known),
            weight(head.annotations.getOrDefault("helm.sh/hook-weight", "")),
            words(head.annotations.get("helm.sh/hook-delete-policy")),
            words(head.annotations.get("helm.sh/hook-output-log-policy"))));
  }

  private static int weight(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static List<String> words(@Nullable String list) {
    if (list == null) {
      return List.of();
    }
    var words = new ArrayList<String>();
    for (var word : list.split(",", -1)) {
      words.add(Spaces.trim(word).toLowerCase(Locale.ROOT));
    }
    return List.copyOf(words);
  }

  /** What must be known of a document. */
  private record Head(String kind, String name, Map<String, String> annotations) {
    private static final String METADATA =
        "struct { Name string \"json:\\\"name\\\"\"; Annotations map[string]string"
            + " \"json:\\\"annotations\\\"\" }";

    static Head read(String document) {
      var value = YamlCodec.read(document);
      if (value == null) {
        return new Head("", "", Map.of());
      }
      if (!(value instanceof Map<?, ?> map)) {
        throw YamlCodec.mismatch(value, "util.SimpleHead");
      }
      var fields = new Fields(map, "SimpleHead");
      fields.text("apiVersion");
      var inner = fields.inner("metadata", METADATA);
      // Go names only the innermost struct, and that one has no name.
      var metadata = new Fields(inner.map(), ".metadata");
      return new Head(fields.text("kind"), metadata.text("name"), metadata.dict("annotations"));
    }
  }
}
