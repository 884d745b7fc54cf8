package io.burgee.helm.schema;

import static java.util.Map.entry;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import io.burgee.helm.encoding.GoUrl;
import io.burgee.helm.regex.Regexes;
import io.burgee.helm.value.GoException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The formats that Helm knows; a text of any other passes. {@code iri} is no more than {@code uri},
 * as it is there.
 */
final class Formats {
  private static final String POINTER = "(/([^~/]|~[01])*)*";
  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final String PRERELEASE = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final String BUILD = "[0-9A-Za-z-]+";

  private static final Predicate<String> DURATION =
      matches("P([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)")
          .and(text -> !text.endsWith("P") && !text.endsWith("T"));

  private static final Map<String, Predicate<String>> ALL =
      Map.ofEntries(
          entry("json-pointer", matches(POINTER)),
          entry("relative-json-pointer", matches(NUMBER + "(#|" + POINTER + ")")),
          entry("uuid", matches("[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}")),
          entry("duration", DURATION),
          entry("period", Formats::isPeriod),
          entry("ipv4", Addresses::isIpv4),
          entry("ipv6", Addresses::isIpv6),
          entry("hostname", Addresses::isHostname),
          entry("email", Addresses::isEmail),
          entry("date", Times::isDate),
          entry("time", Times::isTime),
          entry("date-time", Times::isDateTime),
          entry("uri", text -> isUrl(text) && !GoUrl.parse(text).scheme().isEmpty()),
          entry("iri", text -> isUrl(text) && !GoUrl.parse(text).scheme().isEmpty()),
          entry("uri-reference", text -> !text.contains("\\") && isUrl(text)),
          entry("iri-reference", text -> !text.contains("\\") && isUrl(text)),
          entry("uri-template", text -> isUrl(text) && bracesMatch(GoUrl.parse(text).path())),
          entry("regex", Formats::isRegex),
          entry(
              "semver",
              matches(
                  NUMBER
                      + "(\\."
                      + NUMBER
                      + "){2}"
                      + "(-"
                      + PRERELEASE
                      + "(\\."
                      + PRERELEASE
                      + ")*)?"
                      + "(\\+"
                      + BUILD
                      + "(\\."
                      + BUILD
                      + ")*)?")));

  private Formats() {}

  static List<Format> all() {
    return ALL.entrySet().stream()
        .<Format>map(each -> new Known(each.getKey(), each.getValue()))
        .toList();
  }

  private record Known(String name, Predicate<String> accepts) implements Format {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return accepts.test(value);
    }
  }

  private static Predicate<String> matches(String pattern) {
    var compiled = Pattern.compile(pattern, Pattern.DOTALL);
    return text -> compiled.matches(text);
  }

  private static boolean isRegex(String text) {
    try {
      Regexes.compile(text);
      return true;
    } catch (Regexes.Invalid e) {
      return false;
    }
  }

  /** A start and an end, or one of them and a duration. */
  private static boolean isPeriod(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return false;
    }
    var start = text.substring(0, slash);
    var end = text.substring(slash + 1);
    if (start.startsWith("P")) {
      return DURATION.test(start) && Times.isDateTime(end);
    }
    return Times.isDateTime(start) && (DURATION.test(end) || Times.isDateTime(end));
  }

  private static boolean isUrl(String text) {
    try {
      var host = GoUrl.parse(text).host();
      return !host.startsWith("[") || Addresses.isIpv6(host.substring(1, host.lastIndexOf(']')));
    } catch (GoException e) {
      return false;
    }
  }

  private static boolean bracesMatch(String path) {
    boolean open = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean wrong = open ? c == '{' || c == '/' : c == '}';
      if (wrong) {
        return false;
      }
      open = c == '{' || (open && c != '}');
    }
    return !open;
  }
}
