package io.burgee.kustomize.generate;

import io.burgee.kustomize.resource.Resource;
import java.util.List;

/** Makes resources that are in no file. */
@FunctionalInterface
public interface Generator {
  /**
   * The resources, with what they do to those of the same id.
   *
   * @throws io.burgee.kustomize.BuildException if its settings or the files it reads don't allow it
   */
  List<Resource> generate();
}
