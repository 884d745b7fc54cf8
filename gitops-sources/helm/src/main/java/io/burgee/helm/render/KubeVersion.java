package io.burgee.helm.render;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoQuote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of Kubernetes, as templates see it.
 *
 * @param version as the server tells it, such as {@code v1.33.4-gke.1245000}
 * @param normalized its numbers only: what constraints are checked against
 */
public record KubeVersion(String version, String normalized, String major, String minor)
    implements GoTyped {
  private static final GoType TYPE = GoType.named("common.KubeVersion", Kind.STRUCT);
  private static final Pattern NUMBERS =
      Pattern.compile("[\\t\\n\\f\\r ]*v?([0-9]++(?:\\.[0-9]++)*+)[^\\n]*");

  /**
   * The version that a text says.
   *
   * @throws GoException if it isn't a version with two numbers or more
   */
  public static KubeVersion parse(String text) {
    var match = NUMBERS.matcher(text);
    if (!match.matches()) {
      throw new GoException("could not parse " + GoQuote.quote(text) + " as version");
    }
    var numbers = match.group(1).split("\\.", -1);
    if (numbers.length < 2) {
      throw new GoException("illegal version string " + GoQuote.quote(text));
    }
    if (numbers[0].startsWith("0") && numbers[0].length() > 1) {
      throw new GoException(
          "illegal zero-prefixed version component "
              + GoQuote.quote(numbers[0])
              + " in "
              + GoQuote.quote(text));
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(numbers[i], text);
    }
    var full = text.startsWith("v") ? text : "v" + text;
    return new KubeVersion(full, "v" + String.join(".", numbers), numbers[0], numbers[1]);
  }

  private static String number(String digits, String text) {
    try {
      return Long.toUnsignedString(Long.parseUnsignedLong(digits));
    } catch (NumberFormatException e) {
      throw new GoException(
          "illegal non-numeric version component "
              + GoQuote.quote(digits)
              + " in "
              + GoQuote.quote(text)
              + ": strconv.ParseUint: parsing "
              + GoQuote.quote(digits)
              + ": value out of range",
          e);
    }
  }

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public String text() {
    return "{" + String.join(" ", version, normalized, major, minor) + "}";
  }

  @Override
  public String printed() {
    return normalized.isEmpty() ? version : normalized;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return switch (name) {
      case "GitVersion" -> new GoFunction(name, List.of(), null, a -> version);
      case "String" -> new GoFunction(name, List.of(), null, a -> printed());
      default -> null;
    };
  }

  @Override
  public boolean hasField(String name) {
    return name.equals("Version") || name.equals("Major") || name.equals("Minor");
  }

  @Override
  public @Nullable Object field(String name) {
    return json().get(name);
  }

  @Override
  public Map<String, @Nullable Object> json() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("Version", version);
    fields.put("Major", major);
    fields.put("Minor", minor);
    return fields;
  }
}
