package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Paths with slashes, as Go's {@code path} has them. */
final class PathFunctions {
  private PathFunctions() {}

  static void addTo(FunctionTable table) {
    both(table, "base", "osBase", PathFunctions::base);
    both(table, "dir", "osDir", PathFunctions::dir);
    both(table, "clean", "osClean", PathFunctions::clean);
    both(table, "ext", "osExt", PathFunctions::extension);
    table.add("isAbs", List.of(STRING), a -> a.string(0).startsWith("/"));
    table.alias("osIsAbs", "isAbs");
  }

  private static void both(
      FunctionTable table, String name, String other, UnaryOperator<String> body) {
    table.add(name, List.of(STRING), a -> body.apply(a.string(0)));
    table.alias(other, name);
  }

  private static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 || path.indexOf('/', dot) >= 0 ? "" : path.substring(dot);
  }

  /** The shortest path that means the same. */
  static String clean(String path) {
    boolean rooted = path.startsWith("/");
    var parts = new ArrayList<String>();
    for (var part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty() && !parts.getLast().equals("..")) {
          parts.removeLast();
        } else if (!rooted) {
          parts.add(part);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    var joined = (rooted ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }
}
