package io.burgee.api.validation;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The rule for addresses that are called. */
final class Urls {
  private Urls() {}

  /** Absent or empty is allowed. */
  static void check(Scope scope, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      scope.must(http(value), field, value, "must be a URL that starts with http:// or https://");
    }
  }

  private static boolean http(String value) {
    try {
      var url = new URI(value);
      var scheme = url.getScheme();
      return ("http".equals(scheme) || "https".equals(scheme)) && url.getAuthority() != null;
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }
}
