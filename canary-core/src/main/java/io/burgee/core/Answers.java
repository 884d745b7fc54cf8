package io.burgee.core;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that one reconcile got so far.
 *
 * @param checks one result for each metric asked; absent before they were asked
 * @param hooks by type; a type that was not asked is absent
 */
public record Answers(Optional<List<CheckResult>> checks, Map<HookType, List<HookReply>> hooks) {

  /** Nothing was asked yet. */
  public static final Answers NONE = new Answers(Optional.empty(), Map.of());

  public Answers {
    checks = checks.map(List::copyOf);
    hooks = Map.copyOf(hooks);
  }

  public Answers with(List<CheckResult> results) {
    return new Answers(Optional.of(results), hooks);
  }

  public Answers with(HookType type, List<HookReply> replies) {
    var all = new EnumMap<HookType, List<HookReply>>(HookType.class);
    all.putAll(hooks);
    all.put(type, List.copyOf(replies));
    return new Answers(checks, all);
  }
}
