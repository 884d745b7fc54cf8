package io.burgee.kustomize.fuzz;

/** What came of a tree: the output, or the error's text. */
record Answer(boolean ok, String text) {

  /** Failures agree whatever their words. */
  boolean agreesWith(Answer other) {
    return ok == other.ok && (!ok || text.equals(other.text));
  }
}
