package io.burgee.kustomize;

import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.target.Build;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlWriter;
import java.util.ArrayList;

/** Builds kustomizations. Has no state: builds may run side by side. */
public final class Kustomize {
  private Kustomize() {}

  /**
   * Builds a folder of a tree.
   *
   * @param path the folder with the kustomization file; empty is the root. {@code ..} is allowed as
   *     long as it stays in the tree
   * @throws BuildException if it can't be built, for whatever reason
   */
  public static BuildResult build(FileTree tree, String path, BuildOptions options) {
    try {
      return run(tree, path, options);
    } catch (BuildException e) {
      throw e;
    } catch (YamlException e) {
      throw new BuildException(e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new BuildException("the build failed: something in it is nested too deeply", e);
    } catch (RuntimeException e) {
      // One tree's oddity must not end whoever builds many.
      throw new BuildException("the build failed unexpectedly: " + e, e);
    }
  }

  private static BuildResult run(FileTree tree, String path, BuildOptions options) {
    var build = new Build(options);
    var resources = build.run(tree, path);
    var objects = new ArrayList<BuiltObject>(resources.size());
    for (var resource : resources) {
      build.budget().work();
      var object = built(resource);
      build.budget().bytes(object.yaml().length());
      objects.add(object);
    }
    return new BuildResult(objects, build.warnings());
  }

  private static BuiltObject built(Resource resource) {
    var origin = resource.origin();
    return new BuiltObject(
        resource.id().toString(),
        resource.apiVersion(),
        resource.kind(),
        resource.name(),
        resource.namespace(),
        origin == null ? "" : origin.path().isEmpty() ? origin.configuredIn() : origin.path(),
        YamlWriter.write(resource.node()));
  }
}
