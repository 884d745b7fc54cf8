package io.burgee.core.model;

import io.burgee.core.Aim;
import io.burgee.core.Decision;
import io.burgee.core.Facts;
import io.burgee.core.Guard;
import io.burgee.core.Plan;
import io.burgee.core.Policy;
import io.burgee.core.Progress;
import io.burgee.core.Want;
import java.time.Instant;
import java.util.Optional;

/** The rules that are checked: the shipped ones, or those with one of them replaced by a defect. */
record Rules(Deciding policy, Aiming aim, Guarding guard) {
  static final Rules SHIPPED = new Rules(Policy::decide, Aim::of, Guard::holds);

  /** As {@link Policy#decide}. */
  interface Deciding {
    Decision decide(Plan plan, Progress progress, Facts facts, Instant now);
  }

  /** As {@link Aim#of}. */
  interface Aiming {
    Aim of(Plan plan, Progress progress);
  }

  /** As {@link Guard#holds}. */
  interface Guarding {
    Optional<String> holds(Want want, Progress progress, Facts facts);
  }

  Rules with(Deciding other) {
    return new Rules(other, aim, guard);
  }

  Rules with(Aiming other) {
    return new Rules(policy, other, guard);
  }

  Rules with(Guarding other) {
    return new Rules(policy, aim, other);
  }
}
