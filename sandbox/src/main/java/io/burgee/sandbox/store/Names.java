package io.burgee.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Problem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Which names objects may have. */
final class Names {
  /** The characters of generated names: no vowels and nothing that looks like another. */
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Set<String> LABELS = Set.of("namespaces", "services");

  private Names() {}

  static String generated(String prefix) {
    var name = new StringBuilder(prefix.length() > 58 ? prefix.substring(0, 58) : prefix);
    for (var i = 0; i < 5; i++) {
      name.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
    }
    return name.toString();
  }

  static List<Problem> check(ResourceType type, ObjectNode object) {
    var name = Meta.name(object);
    if (name.isEmpty()) {
      return List.of(
          new Problem(
              "FieldValueRequired",
              "metadata.name",
              "Required value: name or generateName is required"));
    }
    if (type.group().equals("rbac.authorization.k8s.io")) {
      return List.of();
    }
    return LABELS.contains(type.plural())
        ? matches(name, LABEL, 63, LABEL_RULE)
        : matches(name, SUBDOMAIN, 253, SUBDOMAIN_RULE);
  }

  private static List<Problem> matches(String name, Pattern pattern, int limit, String rule) {
    if (name.length() > limit) {
      return invalid(name, "must be no more than " + limit + " characters");
    }
    return pattern.matcher(name).matches() ? List.of() : invalid(name, rule);
  }

  private static List<Problem> invalid(String name, String rule) {
    var message = "Invalid value: \"%s\": %s".formatted(name, rule);
    return List.of(new Problem("FieldValueInvalid", "metadata.name", message));
  }

  private static final String LABEL_RULE =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

  private static final String SUBDOMAIN_RULE =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is"
          + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
}
