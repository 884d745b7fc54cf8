package io.burgee.core.model;

import io.burgee.core.Traffic;
import java.util.Optional;

/** The live route object. */
record Route(Kind kind, Traffic traffic) {
  static final Route ABSENT = new Route(Kind.ABSENT, Traffic.NONE);
  static final Route GIVEN_BACK = new Route(Kind.GIVEN_BACK, Traffic.NONE);

  /** Whose it is. */
  enum Kind {
    ABSENT,
    /** As we render it. */
    OURS,
    /** It carries our weights, but something else in it was changed by hand. */
    TAMPERED,
    /** As it was before there was a Canary. */
    GIVEN_BACK
  }

  static Route of(Traffic traffic) {
    return new Route(Kind.OURS, traffic);
  }

  boolean ours() {
    return kind == Kind.OURS || kind == Kind.TAMPERED;
  }

  Optional<Traffic> live() {
    return ours() ? Optional.of(traffic) : Optional.empty();
  }
}
