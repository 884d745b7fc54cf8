package io.burgee.sandbox.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words a refusal to take fields that others own. */
final class Conflicts {
  private Conflicts() {}

  static PatchRefused refusal(Map<Owners.Owner, FieldSet> conflicts) {
    var byManager = new TreeMap<String, List<String>>();
    conflicts.forEach((owner, fields) -> byManager.put(describe(owner), fields.paths()));
    var causes = new ArrayList<PatchRefused.Cause>();
    byManager.forEach(
        (manager, paths) -> {
          for (var path : paths) {
            causes.add(
                new PatchRefused.Cause("FieldManagerConflict", "conflict with " + manager, path));
          }
        });
    return new PatchRefused(409, "Conflict", message(byManager, causes), causes);
  }

  private static String message(
      Map<String, List<String>> byManager, List<PatchRefused.Cause> causes) {
    if (causes.size() == 1) {
      var only = causes.getFirst();
      return "Apply failed with 1 conflict: " + only.message() + ": " + only.field();
    }
    var lines = new ArrayList<String>();
    byManager.forEach(
        (manager, paths) -> {
          lines.add("conflicts with " + manager + ":");
          paths.forEach(path -> lines.add("- " + path));
        });
    return "Apply failed with " + causes.size() + " conflicts: " + String.join("\n", lines);
  }

  private static String describe(Owners.Owner owner) {
    var text = '"' + owner.manager() + '"';
    if (!owner.subresource().isEmpty()) {
      text += " with subresource \"" + owner.subresource() + '"';
    }
    return owner.operation().equals(Owners.UPDATE) ? text + " using " + owner.apiVersion() : text;
  }
}
