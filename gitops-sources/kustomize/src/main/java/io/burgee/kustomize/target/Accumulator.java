package io.burgee.kustomize.target;

import io.burgee.kustomize.resource.Resources;

/** What a target has gathered: resources, and the rules that go with them. */
final class Accumulator {
  private final Resources resources;

  Accumulator(Resources resources) {
    this.resources = resources;
  }

  Resources resources() {
    return resources;
  }

  /** An empty one for a base. */
  Accumulator fresh() {
    return new Accumulator(new Resources(resources.budget()));
  }

  /**
   * Takes over what a base has gathered.
   *
   * @throws io.burgee.kustomize.BuildException if a resource is there already
   */
  void merge(Accumulator other) {
    resources.appendAll(other.resources);
  }

  /** Refuses two resources of one id, which a component may have made. */
  void checkIds() {
    var again = new Resources(resources.budget());
    again.appendAll(resources);
  }
}
