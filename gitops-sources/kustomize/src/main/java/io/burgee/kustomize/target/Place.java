package io.burgee.kustomize.target;

import io.burgee.kustomize.GitUrl;
import io.burgee.kustomize.resource.Origin;
import java.util.ArrayList;

/**
 * Where a target is, for the origins of its resources: a path from the folder that the build began
 * with, or inside a repository.
 */
record Place(String path, String repo, String ref) {
  static final Place START = new Place("", "", "");

  /** The place that a path leads to from here. */
  Place append(String more) {
    var url = GitUrl.parse(more);
    return url.isPresent()
        ? new Place(clean(url.get().path()), url.get().repository(), url.get().ref())
        : new Place(clean(path + "/" + more), repo, ref);
  }

  /** The origin of a resource that was read from here. */
  Origin file() {
    return new Origin(path, repo, ref, "", Origin.ConfiguredBy.NOBODY);
  }

  /** The origin of what a file of this folder asks for. */
  Origin configuredBy(String fileName, Origin.ConfiguredBy by) {
    return new Origin("", repo, ref, clean(path + "/" + fileName), by);
  }

  private static String clean(String path) {
    var parts = new ArrayList<String>();
    for (var part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
