package io.burgee.kustomize.transform;

import java.util.ArrayList;
import java.util.List;

/** Puts a part into a file path. */
final class FilePart {
  private FilePart() {}

  /** The path with one more part at a position, at its end if it isn't that long. */
  static String insert(String path, int position, String part) {
    var parts = new ArrayList<>(split(path));
    int index = Math.min(position, parts.size());
    boolean absolute = !parts.isEmpty() && parts.getFirst().isEmpty();
    if (absolute && index < parts.size()) {
      index++;
    }
    parts.add(index, part);
    return join(parts);
  }

  private static List<String> split(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    return path.equals("/") ? List.of("") : List.of(path.split("/", -1));
  }

  private static String join(List<String> parts) {
    boolean absolute = parts.getFirst().isEmpty();
    var clean = new ArrayList<String>();
    for (var part : parts) {
      if (part.equals("..") && !clean.isEmpty() && !clean.getLast().equals("..")) {
        clean.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(absolute && part.equals(".."))) {
        clean.add(part);
      }
    }
    return (absolute ? "/" : "") + String.join("/", clean);
  }
}
