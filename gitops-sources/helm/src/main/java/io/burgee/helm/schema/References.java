package io.burgee.helm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.burgee.helm.limit.Meter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a schema refers to, followed from its root whether a value meets it or not: all of it must
 * be there.
 */
final class References {
  private final Subschemas subschemas;
  private final List<String> keywords;
  private final Meter meter;
  private final Resources resources;
  private final BiConsumer<String, JsonNode> elsewhere;
  private final Set<ObjectNode> followed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<ObjectNode> ahead = new ArrayDeque<>();

  /**
   * @param elsewhere gets what is referred to though the draft has no schema there, with its
   *     address
   */
  private References(
      ObjectNode root, VersionFlag draft, Meter meter, BiConsumer<String, JsonNode> elsewhere) {
    this.subschemas = new Subschemas(draft);
    this.keywords = keywords(draft);
    this.meter = meter;
    this.resources = new Resources(root, subschemas, meter);
    this.elsewhere = elsewhere;
    ahead.push(root);
  }

  /**
   * Follows all.
   *
   * @param elsewhere gets what is referred to though the draft has no schema there, with its
   *     address
   * @throws IllegalArgumentException if one leads nowhere, or to where it may not
   */
  static void follow(
      JsonNode schema, VersionFlag draft, Meter meter, BiConsumer<String, JsonNode> elsewhere) {
    if (schema instanceof ObjectNode root) {
      new References(root, draft, meter, elsewhere).follow();
    }
  }

  private static List<String> keywords(VersionFlag draft) {
    return switch (draft) {
      case V201909 -> List.of("$ref", "$recursiveRef");
      case V202012 -> List.of("$ref", "$recursiveRef", "$dynamicRef");
      default -> List.of("$ref");
    };
  }

  private void follow() {
    while (!ahead.isEmpty()) {
      var schema = ahead.pop();
      if (followed.add(schema)) {
        meter.step();
        subschemas.used(schema, ahead::push);
        keywords.stream().filter(schema::has).forEach(keyword -> follow(schema, keyword));
      }
    }
  }

  private void follow(ObjectNode from, String keyword) {
    var target = resources.target(from.path(keyword).asText(), from);
    if (target == null) {
      return;
    }
    if (!(target.schema() instanceof ObjectNode schema)) {
      elsewhere.accept(target.address(), target.schema());
      return;
    }
    if (!resources.has(schema)) {
      elsewhere.accept(target.address(), schema);
      resources.add(schema, target.resource());
    }
    ahead.push(schema);
  }
}
