package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoQuote;
import java.io.ByteArrayOutputStream;

/**
 * A URL as Go's {@code net/url} takes it apart.
 *
 * @param opaque what stands behind the scheme if no slash does
 * @param userinfo escaped, without the at sign
 * @param host with the port
 * @param path unescaped
 * @param query as written, without its question mark
 * @param fragment unescaped
 */
public record GoUrl(
    String scheme,
    String opaque,
    String userinfo,
    String host,
    String path,
    String query,
    String fragment) {
  /** What a character of three bytes becomes. */
  private static final int LONGEST_ESCAPE = 9;

  private static final String HEX = "0123456789ABCDEF";

  /**
   * Takes a URL apart.
   *
   * @throws GoException with Go's words
   */
  public static GoUrl parse(String text) {
    requireShort(text);
    int hash = text.indexOf('#');
    var rest = hash < 0 ? text : text.substring(0, hash);
    try {
      var url = parseWithoutFragment(rest);
      return hash < 0 ? url : url.withFragment(unescape(text.substring(hash + 1), Part.FRAGMENT));
    } catch (GoException e) {
      throw new GoException("parse " + GoQuote.quote(text) + ": " + e.getMessage());
    }
  }

  private GoUrl withFragment(String newFragment) {
    return new GoUrl(scheme, opaque, userinfo, host, path, query, newFragment);
  }

  private static GoUrl parseWithoutFragment(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new GoException("net/url: invalid control character in URL");
    }
    int colon = schemeEnd(text);
    var scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
    var rest = colon < 0 ? text : text.substring(colon + 1);
    int mark = rest.indexOf('?');
    var query = mark < 0 ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(scheme, rest, "", "", "", query, "");
      }
      int slash = rest.indexOf('/');
      var first = slash < 0 ? rest : rest.substring(0, slash);
      if (first.contains(":")) {
        throw new GoException("first path segment in URL cannot contain colon");
      }
    }
    var userinfo = "";
    var host = "";
    if ((!scheme.isEmpty() || !rest.startsWith("///")) && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      var authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      int at = authority.lastIndexOf('@');
      host = parseHost(authority.substring(at + 1));
      userinfo = at < 0 ? "" : userinfo(authority.substring(0, at));
    }
    return new GoUrl(scheme, "", userinfo, host, unescape(rest, Part.PATH), query, "");
  }

  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter) {
        continue;
      }
      if (c == ':') {
        if (i == 0) {
          throw new GoException("missing protocol scheme");
        }
        return i;
      }
      boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!inner || i == 0) {
        return -1;
      }
    }
    return -1;
  }

  private static String userinfo(String text) {
    if (!text.chars().allMatch(c -> isUserinfo((char) c))) {
      throw new GoException("net/url: invalid userinfo");
    }
    int colon = text.indexOf(':');
    var name = unescape(colon < 0 ? text : text.substring(0, colon), Part.USER);
    var escaped = escape(name, Part.USER);
    return colon < 0
        ? escaped
        : escaped + ":" + escape(unescape(text.substring(colon + 1), Part.USER), Part.USER);
  }

  private static boolean isUserinfo(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0);
  }

  private static String parseHost(String host) {
    if (host.startsWith("[")) {
      int close = host.lastIndexOf(']');
      if (close < 0) {
        throw new GoException("missing ']' in host");
      }
      requirePort(host.substring(close + 1));
    } else if (host.contains(":")) {
      requirePort(host.substring(host.lastIndexOf(':')));
    }
    return unescape(host, Part.HOST);
  }

  private static void requirePort(String text) {
    boolean valid =
        text.isEmpty()
            || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    if (!valid) {
      throw new GoException("invalid port " + GoQuote.quote(text) + " after host");
    }
  }

  public String hostName() {
    var name = host;
    int colon = name.lastIndexOf(':');
    if (colon >= 0 && name.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
      name = name.substring(0, colon);
    }
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  private enum Part {
    PATH,
    HOST,
    USER,
    FRAGMENT
  }

  private static String unescape(String text, Part part) {
    var out = new ByteArrayOutputStream(text.length());
    byte[] bytes = GoStrings.encode(text);
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i];
      if (c != '%') {
        if (part == Part.HOST && c >= 0 && c < 0x80 && isBadInHost(c)) {
          throw new GoException(
              "invalid character " + GoQuote.quote(Character.toString(c)) + " in host name");
        }
        out.write(c);
        continue;
      }
      int value = i + 2 < bytes.length ? hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]) : -1;
      boolean valid = i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
      if (!valid || (part == Part.HOST && value < 0x80 && value != '%')) {
        var shown =
            GoStrings.decode(java.util.Arrays.copyOfRange(bytes, i, Math.min(i + 3, bytes.length)));
        throw new GoException("invalid URL escape " + GoQuote.quote(shown));
      }
      out.write(value);
      i += 2;
    }
    return GoStrings.decode(out.toByteArray());
  }

  private static boolean isBadInHost(int c) {
    return c <= ' ' || c == 0x7F || "\\^`{|}".indexOf(c) >= 0;
  }

  private static int hex(int c) {
    return c < 0 ? -1 : Character.digit(c, 16);
  }

  private static String escape(String text, Part part) {
    var out = new StringBuilder(text.length());
    for (byte each : GoStrings.encode(text)) {
      int c = each & 0xFF;
      if (isKept(c, part)) {
        out.append((char) c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static boolean isKept(int c, Part part) {
    if (c >= 0x80) {
      return false;
    }
    if (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0) {
      return true;
    }
    return switch (part) {
      case PATH -> "$&+,/:;=@".indexOf(c) >= 0;
      case USER -> "$&+,;=".indexOf(c) >= 0;
      case FRAGMENT -> "$&+,/:;=?@!()*".indexOf(c) >= 0;
      case HOST -> "!$&'()*+,;=:[]<>\"".indexOf(c) >= 0;
    };
  }

  private static void requireShort(String... texts) {
    long length = 0;
    for (var text : texts) {
      length += text.length();
    }
    Meter.requireShort(length * LONGEST_ESCAPE);
  }

  @Override
  public String toString() {
    requireShort(scheme, opaque, userinfo, host, path, query, fragment);
    var out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      out.append(opaque);
    } else {
      boolean authority = !host.isEmpty() || !userinfo.isEmpty();
      if (!scheme.isEmpty() || authority) {
        if (authority || path.startsWith("//")) {
          out.append("//");
        }
        out.append(userinfo).append(userinfo.isEmpty() ? "" : "@").append(escape(host, Part.HOST));
      }
      var escaped = escape(path, Part.PATH);
      if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
        out.append('/');
      }
      int slash = escaped.indexOf('/');
      var first = slash < 0 ? escaped : escaped.substring(0, slash);
      if (out.isEmpty() && first.contains(":")) {
        out.append("./");
      }
      out.append(escaped);
    }
    out.append(query.isEmpty() ? "" : "?").append(query);
    return out.append(fragment.isEmpty() ? "" : "#")
        .append(escape(fragment, Part.FRAGMENT))
        .toString();
  }
}
