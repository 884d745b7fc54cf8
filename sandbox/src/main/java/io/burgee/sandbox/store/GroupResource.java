package io.burgee.sandbox.store;

/** What objects of all versions of a type share; the core group is empty. */
public record GroupResource(String group, String plural) {

  /** As messages name it: {@code deployments.apps}, or {@code pods} in the core group. */
  @Override
  public String toString() {
    return group.isEmpty() ? plural : plural + "." + group;
  }
}
