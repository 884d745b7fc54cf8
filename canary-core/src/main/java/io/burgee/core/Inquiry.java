package io.burgee.core;

import java.util.List;

/** What a decision needs to know that costs something to find out. */
public sealed interface Inquiry {

  /** All of these, side by side. */
  record Metrics(List<Check> checks) implements Inquiry {
    public Metrics {
      checks = List.copyOf(checks);
    }
  }

  /**
   * The webhooks of one type, in the order of the spec, up to the first that settles the question:
   * the first that does not say yes or, for {@link HookType#ROLLBACK}, the first that does.
   *
   * @param phase told to the hook
   */
  record Hooks(HookType type, Phase phase) implements Inquiry {}
}
