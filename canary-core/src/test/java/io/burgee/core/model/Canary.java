package io.burgee.core.model;

import io.burgee.core.Progress;

/**
 * The Canary object: what users asked for, and what the operator recorded. A value; not a record
 * because its hash is needed millions of times.
 */
final class Canary {
  private final Spec spec;
  private final Progress progress;
  private final int hash;

  Canary(Spec spec, Progress progress) {
    this.spec = spec;
    this.progress = progress;
    hash = spec.hashCode() * 31 + progress.hashCode();
  }

  Spec spec() {
    return spec;
  }

  Progress progress() {
    return progress;
  }

  Canary with(Spec changed) {
    return new Canary(changed, progress);
  }

  Canary with(Progress recorded) {
    return new Canary(spec, recorded);
  }

  Canary later(int minutes) {
    var passed = Times.later(progress, minutes);
    return passed.equals(progress) ? this : with(passed);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Canary that
            && hash == that.hash
            && spec.equals(that.spec)
            && progress.equals(that.progress));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
