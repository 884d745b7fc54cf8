package io.burgee.kustomize.target;

import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.Kustomization;
import io.burgee.kustomize.resource.Resources;

/** What a target has gathered: resources, and the rules that go with them. */
final class Accumulator {
  private final Resources resources;
  private TransformerConfig config = TransformerConfig.EMPTY;

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

  /** An empty one for a base. */
  Accumulator fresh() {
    return new Accumulator(new Resources(resources.budget()));
  }

  /** Adds what a kustomization file and the files it names say of where transformers work. */
  void configure(Kustomization file, Files files) {
    var own = TransformerConfig.defaults();
    config = config == TransformerConfig.EMPTY ? own : config.merge(own);
  }

  /**
   * Takes over what a base has gathered.
   *
   * @throws io.burgee.kustomize.BuildException if a resource or a variable is there already
   */
  void merge(Accumulator other) {
    resources.appendAll(other.resources);
    config = config == TransformerConfig.EMPTY ? other.config : config.merge(other.config);
  }

  /** Refuses two resources of one id, which a component may have made. */
  void checkIds() {
    var again = new Resources(resources.budget());
    again.appendAll(resources);
  }
}
