package io.burgee.mesh;

import java.util.Optional;
import java.util.regex.Pattern;

/** A cookie that says which side a client belongs to. */
public record Cookie(String name, String value) {
  /** The letters, digits and marks of RFC 6265 that mean nothing in a regular expression. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#&'_`~.-]+");

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]+");

  /** Reads {@code NAME=VALUE}; empty for anything that is not just that. */
  public static Optional<Cookie> parse(String text) {
    int at = text.indexOf('=');
    return at < 0
        ? Optional.empty()
        : Optional.of(new Cookie(text.substring(0, at), text.substring(at + 1)))
            .filter(Cookie::isPlain);
  }

  /** Whether it can stand in a header and in a regular expression, and means itself there. */
  public boolean isPlain() {
    return NAME.matcher(name).matches() && VALUE.matcher(value).matches();
  }

  /** What the {@code Cookie} header of a client that has it matches. */
  public String regex() {
    return ".*" + name.replace(".", "\\.") + ".*" + value + ".*";
  }

  @Override
  public String toString() {
    return name + "=" + value;
  }
}
