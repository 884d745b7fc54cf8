package io.burgee.kustomize.file;

/** The files that a kustomization may name, by paths as it writes them. */
public interface Files {
  /**
   * A file's content.
   *
   * @throws io.burgee.kustomize.BuildException if it isn't there or may not be read
   */
  byte[] bytes(String path);

  /** A file's content, which must be UTF-8. */
  String text(String path);
}
