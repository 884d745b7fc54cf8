package io.burgee.kustomize;

import java.util.Optional;

/**
 * Brings what a kustomization names by URL. A build without one refuses URLs before anything is
 * read. May block; must be safe for use by several threads if builds are run so.
 */
public interface RemoteFetcher {
  /**
   * The files of a repository at the ref of the URL. The engine never leaves them.
   *
   * @throws BuildException if it can't be had
   */
  FileTree repository(GitUrl url);

  /**
   * The body of an HTTP resource, or empty if the answer says that there is none, in which case the
   * URL may still be a repository's.
   *
   * @throws BuildException if there is no answer
   */
  Optional<byte[]> file(String url);
}
