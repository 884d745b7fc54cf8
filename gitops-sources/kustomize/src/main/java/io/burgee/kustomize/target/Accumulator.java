package io.burgee.kustomize.target;

import io.burgee.kustomize.config.Configurations;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.Kustomization;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.vars.Vars;

/** What a target has gathered: resources, and the rules that go with them. */
final class Accumulator {
  private final Resources resources;
  private TransformerConfig config = TransformerConfig.EMPTY;
  private final Vars vars = new Vars();

  Accumulator(Resources resources) {
    this.resources = resources;
  }

  Resources resources() {
    return resources;
  }

  /** Where transformers work, as far as it is known now. */
  TransformerConfig config() {
    return config;
  }

  Vars vars() {
    return vars;
  }

  /** An empty one for a base. */
  Accumulator fresh() {
    return new Accumulator(new Resources(resources.budget()));
  }

  /** Adds what a kustomization file and the files it names say of where transformers work. */
  void configure(Kustomization file, Files source) {
    var files = new Configurations(source, resources.budget().limits().yaml());
    var own = files.configurations(file.configurations());
    Target.within("merging config", () -> config = config.merge(own));
    if (!file.crds().isEmpty()) {
      Target.within(
          "loading CRDs [" + String.join(" ", file.crds()) + "]",
          () -> config = config.merge(files.crds(file.crds())));
    }
  }

  /**
   * Takes over what a base has gathered.
   *
   * @throws io.burgee.kustomize.BuildException if a resource or a variable is there already
   */
  void merge(Accumulator other) {
    resources.appendAll(other.resources);
    config = config.merge(other.config);
    vars.merge(other.vars);
  }

  /** Refuses two resources of one id, which a component or a patch of names may have made. */
  void checkIds() {
    var again = new Resources(resources.budget());
    again.appendAll(resources);
  }
}
