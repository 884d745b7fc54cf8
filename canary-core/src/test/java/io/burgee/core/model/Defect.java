package io.burgee.core.model;

/**
 * The shipped rules with a mistake in one of them.
 *
 * @param name says what it does wrong
 * @param breaks what must catch it
 * @param setup where it shows
 */
record Defect(String name, Breach.Invariant breaks, Setup setup, Rules rules) {

  @Override
  public String toString() {
    return name;
  }
}
