package io.burgee.operator.sandbox;

import io.burgee.sandbox.demo.Demo;
import java.util.List;

/** What is released in the sandbox, one after the other; the names are what a user types. */
public enum Scenario {
  /** A version without faults. */
  good(new Release(Demo.Version.GOOD, Expected.PROMOTED)),
  /** One that fails a tenth of its requests. */
  bad(new Release(Demo.Version.BAD, Expected.ROLLED_BACK)),
  /** The good one, then the bad one. */
  both(
      new Release(Demo.Version.GOOD, Expected.PROMOTED),
      new Release(Demo.Version.BAD, Expected.ROLLED_BACK)),
  /** One whose pods never become ready. */
  stuck(new Release(Demo.Version.STUCK, Expected.ROLLED_BACK));

  @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
  private final List<Release> releases;

  Scenario(Release... releases) {
    this.releases = List.of(releases);
  }

  List<Release> releases() {
    return releases;
  }

  /** A version and what should become of it. */
  record Release(Demo.Version version, Expected expected) {
    /** The version's number. */
    String name() {
      return version.image().substring(version.image().indexOf(':') + 1);
    }
  }

  /** How a run should end. */
  enum Expected {
    PROMOTED("promoted", "Succeeded"),
    ROLLED_BACK("rolled back", "Failed");

    private final String text;
    private final String phase;

    Expected(String text, String phase) {
      this.text = text;
      this.phase = phase;
    }

    String text() {
      return text;
    }

    /** The Canary's phase after a run that ended so. */
    String phase() {
      return phase;
    }
  }
}
