package io.burgee.kustomize.load;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.FileTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Paths in a tree. Inside the engine they are as {@link FileTree} has them; messages show them with
 * a slash before, as the real tool shows absolute ones.
 */
final class Paths {
  /** As many links as file systems follow before they think of a circle. */
  private static final int MAX_LINKS = 255;

  private Paths() {}

  /** A path as messages show it. */
  static String shown(String path) {
    return "/" + path;
  }

  /**
   * The path that one has, seen from a folder, without looking at files: {@code ..} takes away the
   * part before it.
   *
   * @throws BuildException if it leads out of the tree
   */
  static String join(FileTree tree, String folder, String path) {
    boolean absolute = path.startsWith("/");
    if (absolute && !tree.isFileSystem()) {
      throw new BuildException(
          "security; file '" + path + "' is not in or below '" + shown(folder) + "'");
    }
    var parts = new ArrayList<String>();
    if (!absolute) {
      add(tree, parts, folder, path);
    }
    add(tree, parts, path, path);
    return String.join("/", parts);
  }

  private static void add(FileTree tree, List<String> parts, String path, String whole) {
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      var part = path.substring(start, end);
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        } else if (!tree.isFileSystem()) {
          throw new BuildException("security; '" + whole + "' leads out of the tree");
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      start = end + 1;
    }
  }

  /**
   * Where a path ends when all links in it are followed.
   *
   * @throws Missing if nothing is there
   * @throws BuildException if a link leads out of the tree, or in circles
   */
  static String resolve(FileTree tree, String path) {
    Deque<String> left = new ArrayDeque<>(List.of(path.split("/")));
    var done = new ArrayList<String>();
    int links = 0;
    while (!left.isEmpty()) {
      var part = left.removeFirst();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        if (!done.isEmpty()) {
          done.removeLast();
        } else if (!tree.isFileSystem()) {
          throw new BuildException(
              "security; a link in '" + shown(path) + "' leads out of the tree");
        }
        continue;
      }
      done.add(part);
      var here = String.join("/", done);
      switch (tree.kind(here)) {
        case FOLDER -> {}
        case FILE -> {
          if (!left.isEmpty()) {
            throw new Missing(
                "lstat " + shown(here) + "/" + left.peekFirst() + ": not a directory");
          }
        }
        case NOTHING -> throw new Missing("lstat " + shown(here) + ": no such file or directory");
        case LINK -> {
          if (++links > MAX_LINKS) {
            throw new Missing("EvalSymlinks: too many links");
          }
          done.removeLast();
          follow(tree, here, left, done);
        }
      }
    }
    return String.join("/", done);
  }

  private static void follow(FileTree tree, String link, Deque<String> left, List<String> done) {
    var target = tree.target(link);
    if (target.startsWith("/")) {
      if (!tree.isFileSystem()) {
        throw new BuildException(
            "security; the link '" + shown(link) + "' leads out of the tree, to '" + target + "'");
      }
      done.clear();
    }
    var parts = target.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      left.addFirst(parts[i]);
    }
  }
}
