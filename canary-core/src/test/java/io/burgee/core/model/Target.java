package io.burgee.core.model;

import io.burgee.core.Facts;
import io.burgee.core.Revision;
import java.util.Optional;

/**
 * The user's workload.
 *
 * @param template its pod template, from 1
 * @param config the state of the configuration that its pods refer to, 1 or 2
 */
record Target(int template, int config, Reading reading) {

  /** Whether a revision can be made of it. */
  enum Reading {
    FINE,
    /** The configuration that it refers to is missing. */
    UNREADABLE,
    /** Nobody changed anything, but it can't be read now. */
    BLURRED,
    GONE
  }

  static Target at(int template) {
    return new Target(template, 1, Reading.FINE);
  }

  Target isAt(int other) {
    return new Target(other, config, reading);
  }

  Target configured(int other) {
    return new Target(template, other, reading);
  }

  Target reads(Reading other) {
    return new Target(template, config, other);
  }

  Revision revision() {
    return new Revision("v" + template + (config == 1 ? "" : "-config2"));
  }

  Facts.Target fact() {
    return switch (reading) {
      case FINE -> new Facts.Target.At(revision());
      case UNREADABLE -> new Facts.Target.Unreadable("configuration is missing");
      case BLURRED -> new Facts.Target.Unreadable("it can't be read now");
      case GONE -> new Facts.Target.Gone("it does not exist");
    };
  }

  boolean isGone() {
    return reading == Reading.GONE;
  }

  Optional<Revision> readable() {
    return reading == Reading.FINE ? Optional.of(revision()) : Optional.empty();
  }

  /** Whether the configuration that {@code analysed} was judged with is still there. */
  boolean holdsConfigOf(Revision analysed) {
    return reading != Reading.UNREADABLE && analysed.id().endsWith("-config2") == (config == 2);
  }
}
