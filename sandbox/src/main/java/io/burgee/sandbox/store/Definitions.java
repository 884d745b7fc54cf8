package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.ResourceType.ScalePaths;
import io.burgee.sandbox.store.ResourceType.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** CustomResourceDefinitions: their own status, and the types they define. */
final class Definitions {
  static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

  private Definitions() {}

  /** The resource that {@code definition} defines. */
  static GroupResource resource(JsonNode definition) {
    var spec = definition.path("spec");
    return new GroupResource(
        spec.path("group").asText(), spec.path("names").path("plural").asText());
  }

  /** The served versions of {@code definition}. */
  static List<Types.Served> versions(JsonNode definition) {
    var versions = new ArrayList<Types.Served>();
    for (var version : definition.path("spec").path("versions")) {
      if (version.path("served").asBoolean()) {
        var rules = TypeRules.custom(version.path("schema").path("openAPIV3Schema"));
        versions.add(new Types.Served(type(definition, version), rules, version));
      }
    }
    return versions;
  }

  /** Fills the names that a definition may leave out. */
  static void fillNames(ObjectNode definition) {
    if (definition.path("spec").path("names") instanceof ObjectNode names && names.has("kind")) {
      var kind = names.path("kind").asText();
      if (!names.hasNonNull("singular")) {
        names.put("singular", kind.toLowerCase(Locale.ROOT));
      }
      if (!names.hasNonNull("listKind")) {
        names.put("listKind", kind + "List");
      }
    }
  }

  /** Accepts the definition's names: it is served from now on. */
  static void establish(ObjectNode definition, String now) {
    var status =
        definition.get("status") instanceof ObjectNode existing
            ? existing
            : definition.putObject("status");
    var spec = definition.path("spec");
    status.set("acceptedNames", spec.path("names").deepCopy());
    if (!status.has("conditions")) {
      var conditions = status.putArray("conditions");
      condition(conditions.addObject(), "NamesAccepted", "NoConflicts", "no conflicts found", now);
      condition(
          conditions.addObject(),
          "Established",
          "InitialNamesAccepted",
          "the initial names have been accepted",
          now);
    }
    var stored = status.withArray("/storedVersions");
    var storage = storageVersion(spec);
    if (StreamSupport.stream(stored.spliterator(), false)
        .noneMatch(version -> version.asText().equals(storage))) {
      stored.add(storage);
    }
  }

  private static void condition(
      ObjectNode condition, String type, String reason, String message, String now) {
    condition
        .put("lastTransitionTime", now)
        .put("message", message)
        .put("reason", reason)
        .put("status", "True")
        .put("type", type);
  }

  private static ResourceType type(JsonNode definition, JsonNode version) {
    var spec = definition.path("spec");
    var names = spec.path("names");
    var traits = EnumSet.of(Trait.CUSTOM, Trait.GENERATION);
    if (version.path("subresources").has("status")) {
      traits.add(Trait.STATUS);
    }
    return new ResourceType(
        spec.path("group").asText(),
        version.path("name").asText(),
        names.path("kind").asText(),
        names.path("plural").asText(),
        names.path("singular").asText(),
        spec.path("scope").asText().equals("Namespaced"),
        texts(names.path("shortNames")),
        texts(names.path("categories")),
        traits,
        scale(version.path("subresources").path("scale")),
        storageVersion(spec));
  }

  private static @Nullable ScalePaths scale(JsonNode scale) {
    return scale.isObject()
        ? new ScalePaths(
            dotted(scale.path("specReplicasPath")),
            dotted(scale.path("statusReplicasPath")),
            dotted(scale.path("labelSelectorPath")))
        : null;
  }

  private static String dotted(JsonNode path) {
    var text = path.asText("");
    return text.startsWith(".") ? text.substring(1) : text;
  }

  private static String storageVersion(JsonNode spec) {
    for (var version : spec.path("versions")) {
      if (version.path("storage").asBoolean()) {
        return version.path("name").asText();
      }
    }
    return "";
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
