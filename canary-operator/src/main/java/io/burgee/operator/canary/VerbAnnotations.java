package io.burgee.operator.canary;

import io.burgee.api.Canary;
import io.burgee.core.Verb;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What users tell a Canary to do: annotations that name a verb, whose value says who and why. */
public final class VerbAnnotations {
  private static final String PREFIX = "burgee.io/";

  /** It becomes part of events and conditions. */
  private static final int LONGEST = 200;

  private VerbAnnotations() {}

  /** The annotation of that verb. */
  public static String name(Verb verb) {
    return PREFIX + verb.text();
  }

  /** As it is told to others and kept in the status: one line of a sane length. */
  public static String plain(String value) {
    var line = value.replaceAll("[\\p{Cntrl}\\p{Z}\\s]+", " ").replaceAll("\\p{C}", "").strip();
    var cut = line.codePointCount(0, line.length()) > LONGEST;
    return cut ? line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026" : line;
  }

  /** The verbs that stand on the Canary now. */
  static Map<Verb, String> of(Canary canary) {
    var annotations =
        Objects.requireNonNullElse(canary.getMetadata().getAnnotations(), Map.<String, String>of());
    var verbs = new EnumMap<Verb, String>(Verb.class);
    for (var verb : Verb.values()) {
      var value = annotations.get(name(verb));
      if (value != null) {
        verbs.put(verb, plain(value));
      }
    }
    return verbs;
  }
}
