package io.burgee.api.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for addresses that are called. */
final class Urls {
  private static final Pattern AUTHORITY =
      Pattern.compile("([^@]*+@)?(\\[[^\\]]++\\]|[^:\\[\\]]++)(:(?<port>[0-9]++)?+)?");

  private Urls() {}

  /** Absent or empty is allowed. */
  static void check(Scope scope, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      var allowed = "must be a URL that starts with http:// or https://";
      scope.must(http(value), field, shown(value), allowed);
    }
  }

  /** Without what may be secret. */
  private static String shown(String value) {
    return value.replaceFirst("//[^/]*@", "//").replaceFirst("[?#].*", "");
  }

  private static boolean http(String value) {
    try {
      var url = new URI(value);
      var scheme = url.getScheme();
      return ("http".equals(scheme) || "https".equals(scheme)) && isCallable(url.getAuthority());
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  /**
   * Java's parser takes any port, and no host name with an underscore: this one is right about
   * both.
   */
  private static boolean isCallable(@Nullable String authority) {
    var parts = authority == null ? null : AUTHORITY.matcher(authority);
    return parts != null && parts.matches() && isPort(parts.group("port"));
  }

  private static boolean isPort(@Nullable String port) {
    return port == null || (port.length() <= 5 && Integer.parseInt(port) <= 65535);
  }
}
