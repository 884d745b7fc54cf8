package io.burgee.sandbox.server;

import java.util.Comparator;
import java.util.regex.Pattern;

/** The order of API versions: v2, v1, v1beta2, v1beta1, v1alpha1, then others by name. */
final class Versions {
  private static final Pattern VERSION = Pattern.compile("v(\\d{1,9})(?:(alpha|beta)(\\d{1,9}))?");

  static final Comparator<String> PREFERRED_FIRST =
      Comparator.comparingLong(Versions::rank).reversed().thenComparing(Comparator.naturalOrder());

  private Versions() {}

  private static long rank(String version) {
    var match = VERSION.matcher(version);
    if (!match.matches()) {
      return -1;
    }
    var major = Long.parseLong(match.group(1));
    if (match.group(2) == null) {
      return (1L << 60) + major;
    }
    var stage = match.group(2).equals("beta") ? 1L << 58 : 0;
    return stage + major * 100_000 + Long.parseLong(match.group(3));
  }
}
