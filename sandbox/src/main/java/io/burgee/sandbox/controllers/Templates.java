package io.burgee.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Pod templates: their hashes, and pods made from them. */
final class Templates {
  static final String HASH_LABEL = "pod-template-hash";

  /** No vowels, nothing that looks like another: what generated names are made of. */
  private static final String NAME_CHARACTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final int HASH_LENGTH = 10;
  private static final int SUFFIX_LENGTH = 5;

  private Templates() {}

  /** Equal for templates that say the same; its length makes collisions no concern. */
  static String hash(JsonNode template) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(canonical(template).getBytes(StandardCharsets.UTF_8));
      var hash = new StringBuilder();
      for (int i = 0; i < HASH_LENGTH; i++) {
        hash.append(NAME_CHARACTERS.charAt((bytes[i] & 0xff) % NAME_CHARACTERS.length()));
      }
      return hash.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String randomSuffix(Random random) {
    var suffix = new StringBuilder();
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      suffix.append(NAME_CHARACTERS.charAt(random.nextInt(NAME_CHARACTERS.length())));
    }
    return suffix.toString();
  }

  /** Fields in order of their names: key order says nothing. */
  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      var fields = new TreeMap<String, String>();
      node.properties().forEach(e -> fields.put(e.getKey(), canonical(e.getValue())));
      return fields.toString();
    } else if (node.isArray()) {
      var text = new StringBuilder("[");
      node.forEach(element -> text.append(canonical(element)).append(','));
      return text.append(']').toString();
    }
    return node.toString();
  }

  static ObjectNode withoutHash(JsonNode template) {
    ObjectNode plain = template.deepCopy();
    if (plain.at("/metadata/labels") instanceof ObjectNode labels) {
      labels.remove(HASH_LABEL);
    }
    return plain;
  }

  /** A pod of {@code owner}'s template, not created yet. */
  static ObjectNode pod(Resource kind, ObjectNode owner, String suffix) {
    var name = Fields.name(owner) + "-" + suffix;
    var pod = Fields.object(Resource.PODS, new Key(Fields.namespace(owner), name));
    var template = owner.at("/spec/template");
    var metadata = pod.withObject("/metadata");
    metadata.put("generateName", Fields.name(owner) + "-");
    for (var field : List.of("labels", "annotations")) {
      if (template.path("metadata").has(field)) {
        metadata.set(field, template.path("metadata").path(field).deepCopy());
      }
    }
    Fields.setController(pod, kind, owner);
    pod.set("spec", template.path("spec").deepCopy());
    return pod;
  }
}
