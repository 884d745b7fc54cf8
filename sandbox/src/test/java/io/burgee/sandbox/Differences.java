package io.burgee.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.burgee.sandbox.schema.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two JSON values differ. */
final class Differences {
  private Differences() {}

  static List<String> between(JsonNode ours, JsonNode theirs) {
    var found = new ArrayList<String>();
    compare(ours, theirs, "", found);
    return found;
  }

  private static void compare(JsonNode ours, JsonNode theirs, String path, List<String> found) {
    if (ours.isObject() && theirs.isObject()) {
      var names = new TreeSet<String>();
      ours.fieldNames().forEachRemaining(names::add);
      theirs.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(ours.path(name), theirs.path(name), path + "/" + name, found));
    } else if (ours.isArray() && theirs.isArray() && ours.size() == theirs.size()) {
      for (int i = 0; i < ours.size(); i++) {
        compare(ours.get(i), theirs.get(i), path + "/" + i, found);
      }
    } else if (!Json.same(ours, theirs)) {
      found.add(path + ": " + shown(ours) + " instead of " + shown(theirs));
    }
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
