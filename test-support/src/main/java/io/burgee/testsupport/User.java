package io.burgee.testsupport;

/**
 * Who speaks to the control plane. Each has a name of its own, so the audit log tells them apart.
 */
public enum User {
  /** May do anything, by its group: for what a test sets up and looks at. */
  ADMIN("admin"),
  /** The operator under test. */
  OPERATOR("burgee"),
  /** Another manager of the same objects, such as Helm or a GitOps tool. */
  OTHER("other-manager"),
  /** May do nothing beyond what every authenticated user may. */
  POWERLESS("powerless");

  private final String shortName;

  User(String shortName) {
    this.shortName = shortName;
  }

  String shortName() {
    return shortName;
  }
}
