package io.burgee.helm.semver;

import com.google.re2j.Pattern;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A semantic version, of which parts may be missing or have leading zeros. */
public final class Version implements GoTyped {
  /** The type of those that are parsed. */
  public static final GoType POINTER = GoType.named("*semver.Version", Kind.PTR);

  private static final GoType STRUCT = GoType.named("semver.Version", Kind.STRUCT);
  private static final int LONGEST = 256;
  private static final String REST =
      "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
  private static final Pattern FORM =
      Pattern.compile("^v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?" + REST + "$");

  private final Numbers numbers;
  private final String prerelease;
  private final String metadata;
  private final String original;
  private final boolean pointer;

  /** Three numbers of 64 bits without sign. */
  private record Numbers(long major, long minor, long patch) {}

  private Version(
      Numbers numbers, String prerelease, String metadata, String original, boolean pointer) {
    this.numbers = numbers;
    this.prerelease = prerelease;
    this.metadata = metadata;
    this.original = original;
    this.pointer = pointer;
  }

  /**
   * Takes {@code v1.2} too.
   *
   * @throws GoException if it is no version, with the message of Go's library
   */
  public static Version parse(String text) {
    if (GoStrings.length(text) > LONGEST) {
      throw new GoException("version string is too long (max " + LONGEST + " bytes)");
    }
    var match = FORM.matcher(text);
    if (!match.find()) {
      throw new GoException("invalid semantic version");
    }
    var numbers =
        new Numbers(number(match.group(1)), number(match.group(2)), number(match.group(3)));
    var prerelease = orEmpty(match.group(5));
    var metadata = orEmpty(match.group(8));
    checkPrerelease(prerelease);
    return new Version(numbers, prerelease, metadata, text, true);
  }

  private static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }

  private static long number(@Nullable String part) {
    if (part == null || part.isEmpty()) {
      return 0;
    }
    var digits = part.startsWith(".") ? part.substring(1) : part;
    try {
      return Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      throw new GoException(
          "error parsing version segment: strconv.ParseUint: parsing "
              + GoQuote.quote(digits)
              + ": value out of range",
          e);
    }
  }

  private static void checkPrerelease(String prerelease) {
    if (prerelease.isEmpty()) {
      return;
    }
    for (var part : prerelease.split("\\.", -1)) {
      if (!isName(part)) {
        throw new GoException("invalid prerelease string");
      }
      if (part.length() > 1 && part.charAt(0) == '0' && isDigits(part)) {
        throw new GoException("version segment starts with 0");
      }
    }
  }

  private static void checkMetadata(String metadata) {
    if (metadata.isEmpty()) {
      return;
    }
    for (var part : metadata.split("\\.", -1)) {
      if (!isName(part)) {
        throw new GoException("invalid metadata string");
      }
    }
  }

  private static boolean isName(String part) {
    return !part.isEmpty()
        && part.chars()
            .allMatch(
                c ->
                    c == '-'
                        || (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z'));
  }

  private static boolean isDigits(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  public long major() {
    return numbers.major;
  }

  public long minor() {
    return numbers.minor;
  }

  public long patch() {
    return numbers.patch;
  }

  /** What follows the hyphen; empty if nothing does. */
  public String prerelease() {
    return prerelease;
  }

  /** What follows the plus sign; empty if nothing does. */
  public String metadata() {
    return metadata;
  }

  /** As it was written. */
  public String original() {
    return original;
  }

  /** By precedence: metadata don't count. */
  public int compare(Version other) {
    int order = Long.compareUnsigned(numbers.major, other.numbers.major);
    order = order != 0 ? order : Long.compareUnsigned(numbers.minor, other.numbers.minor);
    order = order != 0 ? order : Long.compareUnsigned(numbers.patch, other.numbers.patch);
    if (order != 0) {
      return Integer.signum(order);
    }
    if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
      return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
    }
    return comparePrereleases(prerelease, other.prerelease);
  }

  static int comparePrereleases(String left, String right) {
    var ours = left.split("\\.", -1);
    var theirs = right.split("\\.", -1);
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      var our = i < ours.length ? ours[i] : "";
      var their = i < theirs.length ? theirs[i] : "";
      int order = compareParts(our, their);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareParts(String our, String their) {
    if (our.equals(their)) {
      return 0;
    }
    if (our.isEmpty() || their.isEmpty()) {
      return our.isEmpty() ? -1 : 1;
    }
    boolean ourNumber = isNumber(our);
    boolean theirNumber = isNumber(their);
    if (ourNumber && theirNumber) {
      int order = Long.compareUnsigned(Long.parseUnsignedLong(our), Long.parseUnsignedLong(their));
      return order > 0 ? 1 : -1;
    }
    if (ourNumber || theirNumber) {
      return ourNumber ? -1 : 1;
    }
    return our.compareTo(their) > 0 ? 1 : -1;
  }

  private static boolean isNumber(String part) {
    if (!isDigits(part)) {
      return false;
    }
    try {
      Long.parseUnsignedLong(part);
      return true;
    } catch (NumberFormatException e) {
      return false; // too large for 64 bits: then it is a word
    }
  }

  @Override
  public GoType type() {
    return pointer ? POINTER : STRUCT;
  }

  @Override
  public String text() {
    return Long.toUnsignedString(numbers.major)
        + '.'
        + Long.toUnsignedString(numbers.minor)
        + '.'
        + Long.toUnsignedString(numbers.patch)
        + (prerelease.isEmpty() ? "" : '-' + prerelease)
        + (metadata.isEmpty() ? "" : '+' + metadata);
  }

  @Override
  public String json() {
    return text();
  }

  @Override
  public String toString() {
    return text();
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return switch (name) {
      case "String" -> of(name, List.of(), ignored -> text());
      case "Major" -> of(name, List.of(), ignored -> GoInteger.of(GoType.UINT64, numbers.major));
      case "Minor" -> of(name, List.of(), ignored -> GoInteger.of(GoType.UINT64, numbers.minor));
      case "Patch" -> of(name, List.of(), ignored -> GoInteger.of(GoType.UINT64, numbers.patch));
      case "Prerelease" -> of(name, List.of(), ignored -> prerelease);
      case "Metadata" -> of(name, List.of(), ignored -> metadata);
      case "IncMajor" -> of(name, List.of(), ignored -> nextMajor());
      case "IncMinor" -> of(name, List.of(), ignored -> nextMinor());
      case "IncPatch" -> of(name, List.of(), ignored -> nextPatch());
      case "SetPrerelease" -> of(name, List.of(GoType.STRING), a -> withPrerelease(a.string(0)));
      case "SetMetadata" -> of(name, List.of(GoType.STRING), a -> withMetadata(a.string(0)));
      default -> pointer ? pointerMethod(name) : null;
    };
  }

  private @Nullable GoFunction pointerMethod(String name) {
    var other = List.of(POINTER);
    return switch (name) {
      case "Original" -> of(name, List.of(), ignored -> original);
      case "Compare" -> of(name, other, a -> (long) compare(present(a.any(0))));
      case "LessThan" -> of(name, other, a -> compare(present(a.any(0))) < 0);
      case "LessThanEqual" -> of(name, other, a -> compare(present(a.any(0))) <= 0);
      case "GreaterThan" -> of(name, other, a -> compare(present(a.any(0))) > 0);
      case "GreaterThanEqual" -> of(name, other, a -> compare(present(a.any(0))) >= 0);
      case "Equal" -> of(name, other, a -> a.any(0) != null && compare(present(a.any(0))) == 0);
      default -> null;
    };
  }

  private static Version present(@Nullable Object other) {
    if (other == null) {
      throw new GoException("runtime error: invalid memory address or nil pointer dereference");
    }
    return (Version) other;
  }

  private static GoFunction of(String name, List<GoType> takes, GoFunction.Body body) {
    return new GoFunction(name, takes, null, body);
  }

  private Version nextMajor() {
    return with(new Numbers(more(numbers.major, "major"), 0, 0), "", "");
  }

  private Version nextMinor() {
    return with(new Numbers(numbers.major, more(numbers.minor, "minor"), 0), "", "");
  }

  /** A pre-release becomes the release itself. */
  private Version nextPatch() {
    long patch = prerelease.isEmpty() ? more(numbers.patch, "patch") : numbers.patch;
    return with(new Numbers(numbers.major, numbers.minor, patch), "", "");
  }

  private static long more(long number, String name) {
    if (number == -1) {
      throw new GoException(name + " version increment would overflow uint64");
    }
    return number + 1;
  }

  private Version withPrerelease(String text) {
    checkPrerelease(text);
    return with(numbers, text, metadata);
  }

  private Version withMetadata(String text) {
    checkMetadata(text);
    return with(numbers, prerelease, text);
  }

  private Version with(Numbers newNumbers, String newPrerelease, String newMetadata) {
    var plain = new Version(newNumbers, newPrerelease, newMetadata, "", false);
    var prefix = original.startsWith("v") ? "v" : "";
    return new Version(newNumbers, newPrerelease, newMetadata, prefix + plain.text(), false);
  }
}
