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
  private static final Pattern FORM = Pattern.compile("^\\s*v?([0-9]+(?:\\.[0-9]+)*).*$");

  /**
   * The version that a text says.
   *
   * @throws GoException if it isn't a version with two numbers or more
   */
  public static KubeVersion parse(String text) {
    var match = FORM.matcher(text.length() > 100 ? "" : text);
    var parts = match.matches() ? match.group(1).split("\\.", -1) : new String[0];
    boolean valid = parts.length >= 2;
    for (var part : parts) {
      valid &= part.length() < 10 && (part.length() == 1 || !part.startsWith("0"));
    }
    if (!valid) {
      throw new GoException("could not parse " + GoQuote.quote(text) + " as version");
    }
    return new KubeVersion(
        text.startsWith("v") ? text : "v" + text, "v" + match.group(1), parts[0], parts[1]);
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
