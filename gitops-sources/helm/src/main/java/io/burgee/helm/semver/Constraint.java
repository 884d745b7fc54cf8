package io.burgee.helm.semver;

import com.google.re2j.Pattern;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which versions are meant, such as {@code >=1.2 <2 || ~3.1}. */
public final class Constraint {
  private static final int LONGEST = 512;
  private static final int MOST_GROUPS = 32;

  private static final String VERSION =
      "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?"
          + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?"
          + "(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
  private static final String OPERATORS = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
  private static final String ONE = "(" + OPERATORS + ")\\s*(" + VERSION + ")";
  private static final Pattern WHOLE = Pattern.compile("^\\s*" + ONE + "\\s*$");
  private static final Pattern FIND = Pattern.compile(ONE);
  private static final Pattern RANGE =
      Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
  private static final Pattern VALID =
      Pattern.compile("^(\\s*" + ONE + "\\s*)((?:\\s+|,\\s*)" + ONE + "\\s*)*$");

  private final List<Group> groups;

  /** Conditions that must all hold. */
  private record Group(List<Condition> conditions, boolean prereleases) {
    boolean holds(Version version) {
      for (var condition : conditions) {
        if (!condition.holds(version, prereleases)) {
          return false;
        }
      }
      return true;
    }
  }

  private Constraint(List<Group> groups) {
    this.groups = groups;
  }

  /**
   * The constraint that a text says.
   *
   * @throws GoException if it is no constraint, with the message of Go's library
   */
  public static Constraint parse(String text) {
    if (GoStrings.length(text) > LONGEST) {
      throw new GoException("constraint string is too long (max " + LONGEST + " bytes)");
    }
    var alternatives = withoutRanges(text).split("\\|\\|", -1);
    if (alternatives.length > MOST_GROUPS) {
      throw new GoException("too many constraint groups (max " + MOST_GROUPS + ")");
    }
    var groups = new ArrayList<Group>(alternatives.length);
    for (var alternative : alternatives) {
      groups.add(group(alternative));
    }
    return new Constraint(groups);
  }

  /** Whether a version is one of those meant; a pre-release only where a group names one. */
  public boolean check(Version version) {
    return groups.stream().anyMatch(group -> group.holds(version));
  }

  private static Group group(String text) {
    if (!VALID.matcher(text).find()) {
      throw improper(text);
    }
    var conditions = new ArrayList<Condition>();
    var matcher = FIND.matcher(text);
    while (matcher.find()) {
      conditions.add(condition(matcher.group()));
    }
    boolean prereleases = conditions.stream().anyMatch(each -> !each.prerelease().isEmpty());
    return new Group(conditions, prereleases);
  }

  private static GoException improper(String text) {
    return new GoException("improper constraint: " + GoQuote.quote(text));
  }

  /** {@code 1.2 - 1.4} is {@code >= 1.2, <= 1.4}. */
  private static String withoutRanges(String text) {
    var out = text;
    var matcher = RANGE.matcher(text);
    while (matcher.find()) {
      var written = matcher.group();
      int at = out.indexOf(written);
      var plain = ">= " + matcher.group(1) + ", <= " + matcher.group(11) + " ";
      out = out.substring(0, at) + plain + out.substring(at + written.length());
    }
    return out;
  }

  private static Condition condition(String text) {
    var match = WHOLE.matcher(text);
    if (!match.find()) {
      throw improper(text);
    }
    var major = part(match.group(3));
    var minor = part(match.group(4));
    var patch = part(match.group(5));
    var rest = match.group(6) == null ? "" : match.group(6);
    var open = Open.NONE;
    var version = match.group(2);
    if (isAny(major)) {
      open = Open.MAJOR;
      version = "0.0.0" + rest;
    } else if (isAny(minor)) {
      open = Open.MINOR;
      version = major + ".0.0" + rest;
    } else if (isAny(patch)) {
      open = Open.PATCH;
      version = major + "." + minor + ".0" + rest;
    }
    try {
      return new Condition(match.group(1), Version.parse(version), open);
    } catch (GoException e) {
      throw new GoException("constraint parser error", e);
    }
  }

  private static String part(@Nullable String text) {
    return text == null ? "" : text.startsWith(".") ? text.substring(1) : text;
  }

  private static boolean isAny(String part) {
    return part.isEmpty() || part.equals("x") || part.equals("X") || part.equals("*");
  }
}
