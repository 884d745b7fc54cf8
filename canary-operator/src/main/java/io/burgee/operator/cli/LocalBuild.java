package io.burgee.operator.cli;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.BuildResult;
import io.burgee.kustomize.FolderTree;
import io.burgee.kustomize.Kustomize;
import java.nio.file.Path;

/**
 * Builds a folder of this computer. Bases may be beside the folder, so the tree is the whole file
 * system: what may be read of it is up to the options.
 */
final class LocalBuild {
  private LocalBuild() {}

  static BuildResult run(Path folder, BuildOptions options) {
    var absolute = folder.toAbsolutePath().normalize();
    var root = absolute.getRoot();
    if (root == null) {
      throw new BuildException("'" + folder + "' is in no file system");
    }
    return Kustomize.build(FolderTree.of(root), root.relativize(absolute).toString(), options);
  }
}
