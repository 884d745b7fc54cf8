package io.burgee.core;

/**
 * Names one state of the target: its pod template and the configuration it refers to. Equal states
 * have equal revisions; what the name is made of is the caller's business.
 */
public record Revision(String id) {
  public Revision {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a revision needs a name");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
