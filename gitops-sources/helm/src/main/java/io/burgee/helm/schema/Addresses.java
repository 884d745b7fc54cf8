package io.burgee.helm.schema;

import com.google.re2j.Pattern;

/** Addresses of hosts and of mail. */
final class Addresses {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.|$)){4}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final Pattern LABEL =
      Pattern.compile("[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?");
  private static final Pattern LOCAL_PART =
      Pattern.compile("[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]*(\\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+)*");
  private static final int GROUPS = 8;
  private static final int LONGEST_HOSTNAME = 253;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  private Addresses() {}

  static boolean isIpv4(String text) {
    return IPV4.matches(text) && !text.endsWith(".");
  }

  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == GROUPS;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
    int after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /** Of 16 bits; negative if it is no list of them. The last ones may be an IPv4 address. */
  private static int groups(String text, boolean last) {
    var parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean ipv4 = last && i == parts.length - 1 && isIpv4(parts[i]);
      if (!ipv4 && !GROUP.matches(parts[i])) {
        return -1;
      }
      count += ipv4 ? 2 : 1;
    }
    return count;
  }

  static boolean isHostname(String text) {
    var name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.length() > LONGEST_HOSTNAME) {
      return false;
    }
    for (var label : name.split("\\.", -1)) {
      if (!LABEL.matches(label)) {
        return false;
      }
    }
    return true;
  }

  static boolean isEmail(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0 || at > LONGEST_LOCAL_PART || text.length() > LONGEST_EMAIL) {
      return false;
    }
    var local = text.substring(0, at);
    var host = text.substring(at + 1);
    return isLocalPart(local) && (isLiteral(host) || isHostname(host));
  }

  private static boolean isLocalPart(String text) {
    if (text.length() > 1 && text.startsWith("\"")) {
      var quoted = text.substring(1, text.length() - 1);
      return !quoted.contains("\\") && !quoted.contains("\"");
    }
    return !text.startsWith(".") && LOCAL_PART.matches(text);
  }

  /** An address in brackets. */
  private static boolean isLiteral(String host) {
    if (!host.startsWith("[") || !host.endsWith("]")) {
      return false;
    }
    var address = host.substring(1, host.length() - 1);
    return address.startsWith("IPv6:")
        ? isIpv6(address.substring("IPv6:".length()))
        : isIpv4(address);
  }
}
