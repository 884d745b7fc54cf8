package io.burgee.kustomize.select;

import io.burgee.kustomize.BuildException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be the key and the value of a label. */
final class LabelRules {
  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String VALUE = "(" + NAME + ")?";
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String DOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final int NAME_LENGTH = 63;
  private static final int DOMAIN_LENGTH = 253;
  private static final Pattern NAMES = Pattern.compile("[-A-Za-z0-9_.]+");
  private static final Pattern LABELS = Pattern.compile("[-a-z0-9]+");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final String NAME_RULE =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '"
          + NAME
          + "')";
  private static final String VALUE_RULE =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is '"
          + VALUE
          + "')";
  private static final String DOMAIN_RULE =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is '"
          + DOMAIN
          + "')";

  private LabelRules() {}

  static void checkKey(String key) {
    var problems = keyProblems(key.split("/", -1));
    if (!problems.isEmpty()) {
      throw new BuildException("invalid label key \"" + key + "\": " + String.join("; ", problems));
    }
  }

  private static List<String> keyProblems(String[] parts) {
    if (parts.length > 2) {
      return List.of(
          "a qualified name "
              + NAME_RULE
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    var problems = new ArrayList<String>();
    if (parts.length == 2) {
      addPrefixProblems(parts[0], problems);
    }
    var name = parts[parts.length - 1];
    if (name.isEmpty()) {
      problems.add("name part must be non-empty");
    } else if (name.length() > NAME_LENGTH) {
      problems.add("name part must be no more than " + NAME_LENGTH + " characters");
    }
    if (!isName(name)) {
      problems.add("name part " + NAME_RULE);
    }
    return problems;
  }

  private static void addPrefixProblems(String prefix, List<String> to) {
    if (prefix.isEmpty()) {
      to.add("prefix part must be non-empty");
      return;
    }
    if (prefix.length() > DOMAIN_LENGTH) {
      to.add("prefix part must be no more than " + DOMAIN_LENGTH + " characters");
    }
    for (var label : prefix.split("\\.", -1)) {
      if (!LABELS.matcher(label).matches() || label.startsWith("-") || label.endsWith("-")) {
        to.add("prefix part " + DOMAIN_RULE);
        return;
      }
    }
  }

  static void checkValue(String key, String value) {
    var problems = new ArrayList<String>();
    if (value.length() > NAME_LENGTH) {
      problems.add("must be no more than " + NAME_LENGTH + " characters");
    }
    if (!value.isEmpty() && !isName(value)) {
      problems.add(VALUE_RULE);
    }
    if (!problems.isEmpty()) {
      throw new BuildException(
          "invalid label value: \""
              + value
              + "\": at key: \""
              + key
              + "\": "
              + String.join("; ", problems));
    }
  }

  private static boolean isName(String text) {
    return NAMES.matcher(text).matches()
        && "-_.".indexOf(text.charAt(0)) < 0
        && "-_.".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  static void checkInteger(String value) {
    if (integer(value) == null) {
      throw new BuildException("for 'Gt', 'Lt' operators, the value must be an integer");
    }
  }

  static @Nullable Long integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
