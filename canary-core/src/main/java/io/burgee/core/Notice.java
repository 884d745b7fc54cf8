package io.burgee.core;

/** Something to tell people: it becomes an Event, delivered at least once. */
public record Notice(Level level, String message) {
  /** Kubernetes' two types of event. */
  public enum Level {
    NORMAL,
    WARNING
  }

  static Notice normal(String message) {
    return new Notice(Level.NORMAL, message);
  }

  static Notice warning(String message) {
    return new Notice(Level.WARNING, message);
  }
}
