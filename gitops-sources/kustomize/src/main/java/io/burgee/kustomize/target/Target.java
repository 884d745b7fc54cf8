package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Kustomization;
import io.burgee.kustomize.file.Messages;
import io.burgee.kustomize.load.Loader;
import io.burgee.kustomize.load.RemoteRefused;
import io.burgee.kustomize.plugin.PluginConfigs;
import io.burgee.kustomize.plugin.TransformerFactory;
import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import java.util.List;

/** A folder with a kustomization file, and how what it says is done in order. */
final class Target {
  private final Build build;
  private final Loader loader;
  private final Place place;
  private final String fileName;
  private final Kustomization file;

  private Target(Build build, Loader loader, Place place) {
    var found = loader.kustomization();
    this.build = build;
    this.loader = loader;
    this.place = place;
    this.fileName = found.name();
    this.file = build.kustomizations().read(found.text(), loader.folder());
  }

  /** The target that a build begins with. */
  static Target root(Build build, Loader loader) {
    var target = new Target(build, loader, Place.START);
    build.root(target.file);
    target.chooseSchema();
    return target;
  }

  Build build() {
    return build;
  }

  Loader loader() {
    return loader;
  }

  Kustomization file() {
    return file;
  }

  Place place() {
    return place;
  }

  String fileName() {
    return fileName;
  }

  /** Makes transformers that read files of this folder. */
  TransformerFactory factory() {
    return new TransformerFactory(loader, build.resources(), build.budget());
  }

  /** What the file's plugin configurations describe. */
  Plugins plugins() {
    return new Plugins(
        this,
        new PluginConfigs(
            loader, loader.folder(), build.resources(), build.schema(), build.budget()));
  }

  /** The origin of what the file itself asks for, by a field that stands for a plugin. */
  Origin configuredBy(String kind) {
    return place.configuredBy(fileName, Origin.ConfiguredBy.builtin(kind));
  }

  /** Something to gather in that has nothing to do with what was gathered. */
  Accumulator empty() {
    return new Accumulator(new Resources(build.budget()));
  }

  /** Does all that the file says, but for what only the outermost target does. */
  void accumulate(Accumulator gathered) {
    within("accumulating resources", () -> addResources(gathered, file.resources()));
    gathered.configure(file, loader);
    Generators.run(this, gathered);
    within("accumulating components", () -> addComponents(gathered));
    Transformers.run(this, gathered);
    Validators.run(this, gathered);
    gathered.vars().merge(file.vars(), gathered.resources());
  }

  /** Adds what is at the paths: files of objects, folders and repositories. */
  void addResources(Accumulator gathered, List<String> paths) {
    for (var path : paths) {
      addResource(gathered, path);
    }
  }

  /** A path is first tried as a file of objects, then as a folder or repository. */
  private void addResource(Accumulator gathered, String path) {
    BuildException noFile;
    try {
      within("accumulating resources from '" + path + "'", () -> addFile(gathered, path));
      return;
    } catch (RemoteRefused refused) {
      throw refused;
    } catch (BuildException e) {
      noFile = e;
    }
    Loader base;
    try {
      base = loader.base(path);
    } catch (RemoteRefused refused) {
      throw refused;
    } catch (BuildException noFolder) {
      // Then it was meant as a file, and that is what is wrong.
      throw isMalformed(noFile) ? noFile : noFolder.in(attempt(noFile));
    }
    within(attempt(noFile), () -> addFolder(gathered, base, path, false));
  }

  private static boolean isMalformed(BuildException failure) {
    return failure.getMessage().contains("MalformedYAMLError");
  }

  private static String attempt(BuildException noFile) {
    return "accumulation err='" + noFile.getMessage() + "'";
  }

  private void addFile(Accumulator gathered, String path) {
    var text = loader.text(path);
    var fresh = new Resources(build.budget());
    try {
      fresh.appendAll(build.resources().read(text));
    } catch (BuildException e) {
      throw isMalformed(e) ? new BuildException(e.getMessage() + " in File: " + path, e) : e;
    }
    var origin = place.append(path).file();
    fresh.forEach(each -> each.origin(origin));
    if (build.tracksOrigins()) {
      fresh.forEach(Resource::noteOrigin);
    }
    within("merging resources from '" + path + "'", () -> gathered.resources().appendAll(fresh));
  }

  private void addComponents(Accumulator gathered) {
    for (var path : file.components()) {
      Loader base;
      try {
        base = loader.base(path);
      } catch (RemoteRefused refused) {
        throw refused;
      } catch (BuildException e) {
        throw new BuildException("loader.New " + Messages.quoted(e.getMessage()), e);
      }
      try {
        addFolder(gathered, base, path, true);
      } catch (RemoteRefused refused) {
        throw refused;
      } catch (BuildException e) {
        throw new BuildException("accumulateDirectory: " + Messages.quoted(e.getMessage()), e);
      }
    }
  }

  /** A base gathers for itself, a component works on what is there. */
  private void addFolder(Accumulator gathered, Loader base, String path, boolean component) {
    var target = within("couldn't make target for path '" + base.folder() + "'", base, path);
    target.chooseSchema();
    target.checkKind(component);
    var own = component ? gathered : gathered.fresh();
    within("recursed accumulation of path '" + base.folder() + "'", () -> target.accumulate(own));
    within(
        "recursed merging from path '" + base.folder() + "'",
        () -> {
          if (component) {
            gathered.checkIds();
          } else {
            gathered.merge(own);
          }
        });
  }

  private Target within(String context, Loader base, String path) {
    try {
      return new Target(build, base, place.append(path));
    } catch (BuildException e) {
      throw e.in(context);
    }
  }

  private void checkKind(boolean component) {
    if (component && !file.isComponent()) {
      throw new BuildException(
          "expected kind 'Component' for path '"
              + loader.folder()
              + "' but got '"
              + file.kind()
              + "'");
    }
    if (!component && file.isComponent()) {
      throw new BuildException("expected kind != 'Component' for path '" + loader.folder() + "'");
    }
  }

  private void chooseSchema() {
    build.schema().choose(file.openapi(), loader);
  }

  /** Says where it happened if something goes wrong. */
  static void within(String context, Runnable step) {
    try {
      step.run();
    } catch (RemoteRefused refused) {
      throw refused;
    } catch (BuildException e) {
      throw e.in(context);
    }
  }
}
