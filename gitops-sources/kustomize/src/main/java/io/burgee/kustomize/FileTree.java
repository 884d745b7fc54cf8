package io.burgee.kustomize;

/**
 * Files to build from: a folder, an archive in memory, the tree of a Git commit. Paths are relative
 * to its root, separated by slashes, without {@code .}, {@code ..} or empty parts; the root itself
 * is the empty path. Links are shown, not followed: whoever walks the tree does that, and never
 * leaves it. Safe for use by several threads.
 */
public interface FileTree {
  /** What stands at a path. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    NOTHING
  }

  /** What stands at the path itself; a link is a link, whatever it leads to. */
  Kind kind(String path);

  /** How many bytes a file has, known before it is read. */
  long size(String path);

  /**
   * The content of a file.
   *
   * @throws BuildException if it can't be read
   */
  byte[] read(String path);

  /** Where a link leads, as it was written: relative to the link's folder, or absolute. */
  String target(String path);

  /**
   * Whether the tree is a whole file system, so that absolute paths mean something in it and {@code
   * ..} at its root is the root again.
   */
  default boolean isFileSystem() {
    return false;
  }
}
