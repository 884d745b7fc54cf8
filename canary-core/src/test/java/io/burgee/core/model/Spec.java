package io.burgee.core.model;

import io.burgee.core.Verb;
import java.util.EnumMap;
import java.util.Map;

/**
 * What users wrote on the Canary.
 *
 * @param plan which of the setup's plans its spec asks for
 * @param verbs annotations
 * @param deleted it has a deletionTimestamp and our finalizer
 */
record Spec(int plan, boolean suspended, Map<Verb, String> verbs, boolean deleted) {
  static final Spec FIRST = new Spec(0, false, Map.of(), false);

  Spec planned(int other) {
    return new Spec(other, suspended, verbs, deleted);
  }

  Spec suspended(boolean now) {
    return new Spec(plan, now, verbs, deleted);
  }

  Spec saying(Verb verb) {
    var all = new EnumMap<Verb, String>(Verb.class);
    all.putAll(verbs);
    all.put(verb, "a user");
    return new Spec(plan, suspended, Map.copyOf(all), deleted);
  }

  Spec silent() {
    return new Spec(plan, suspended, Map.of(), deleted);
  }

  Spec beingDeleted() {
    return new Spec(plan, suspended, verbs, true);
  }
}
