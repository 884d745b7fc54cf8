package io.burgee.helm.semver;

/** One comparison; its rules are those of Masterminds' library, which differ from npm's. */
record Condition(String operator, Version wanted, Open open) {
  String prerelease() {
    return wanted.prerelease();
  }

  boolean holds(Version version, boolean prereleases) {
    if (!version.prerelease().isEmpty() && !prereleases) {
      return false;
    }
    return switch (operator) {
      case "!=" -> differs(version);
      case ">" -> above(version);
      case "<" -> version.compare(wanted) < 0;
      case ">=", "=>" -> version.compare(wanted) >= 0;
      case "<=", "=<" -> upTo(version);
      case "~", "~>" -> tilde(version);
      case "^" -> caret(version);
      default -> open == Open.NONE ? version.compare(wanted) == 0 : tilde(version);
    };
  }

  private int major(Version version) {
    return Long.compareUnsigned(version.major(), wanted.major());
  }

  private int minor(Version version) {
    return Long.compareUnsigned(version.minor(), wanted.minor());
  }

  private boolean differs(Version version) {
    if (open == Open.NONE) {
      return version.compare(wanted) != 0;
    }
    if (major(version) != 0) {
      return true;
    }
    if (open == Open.MINOR) {
      return false;
    }
    if (minor(version) != 0) {
      return true;
    }
    if (open == Open.PATCH) {
      boolean named = !version.prerelease().isEmpty() || !wanted.prerelease().isEmpty();
      return named && Version.comparePrereleases(version.prerelease(), wanted.prerelease()) != 0;
    }
    return version.patch() != wanted.patch() || version.compare(wanted) != 0;
  }

  private boolean above(Version version) {
    if (open == Open.NONE || open == Open.MAJOR) {
      int order = open == Open.MAJOR ? major(version) : 0;
      return order != 0 ? order > 0 : version.compare(wanted) > 0;
    }
    if (major(version) != 0) {
      return major(version) > 0;
    }
    return open == Open.PATCH && minor(version) > 0;
  }

  private boolean upTo(Version version) {
    if (open == Open.NONE) {
      return version.compare(wanted) <= 0;
    }
    if (major(version) > 0) {
      return false;
    }
    return major(version) != 0 || minor(version) <= 0 || open == Open.MINOR;
  }

  private boolean tilde(Version version) {
    if (version.compare(wanted) < 0) {
      return false;
    }
    boolean zero = wanted.major() == 0 && wanted.minor() == 0 && wanted.patch() == 0;
    if (zero && open != Open.MINOR && open != Open.PATCH) {
      return true;
    }
    return major(version) == 0 && (minor(version) == 0 || open == Open.MINOR);
  }

  private boolean caret(Version version) {
    if (version.compare(wanted) < 0) {
      return false;
    }
    if (wanted.major() != 0 || open == Open.MINOR) {
      return major(version) == 0;
    }
    if (version.major() != 0) {
      return false;
    }
    if (wanted.minor() != 0 || open == Open.PATCH) {
      return minor(version) == 0;
    }
    return version.minor() == 0 && version.patch() == wanted.patch();
  }
}
