package io.burgee.kube;

import java.util.Locale;

/**
 * Told about every request that can change something, around it. What it throws ends the write: a
 * test injects faults this way, on either side of it.
 */
public interface WriteLog {
  /** Watches nothing. */
  WriteLog NONE = new WriteLog() {};

  default void before(Write write) {}

  /** Not called when the request failed. */
  default void after(Write write) {}

  /** One request that can change something. */
  record Write(Verb verb, String kind, NamespacedName object) {
    @Override
    public String toString() {
      return verb.name().toLowerCase(Locale.ROOT) + " " + kind + " " + object;
    }
  }

  /** The ways to write. */
  enum Verb {
    CREATE,
    APPLY,
    REPLACE,
    SCALE,
    FINALIZE,
    PATCH,
    DELETE,
    STATUS
  }
}
