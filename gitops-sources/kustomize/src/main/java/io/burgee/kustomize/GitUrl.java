package io.burgee.kustomize;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder in a repository, as a kustomization names it.
 *
 * @param raw as it was written
 * @param repository what to clone
 * @param path the folder inside; empty is the root
 * @param ref a branch, tag or commit; empty is the default branch
 * @param timeout how long fetching may take
 * @param submodules whether submodules are wanted
 */
public record GitUrl(
    String raw, String repository, String path, String ref, Duration timeout, boolean submodules) {
  private static final String FILE = "file://";
  private static final List<String> SCHEMES = List.of("ssh://", "https://", "http://", FILE);
  private static final Pattern USER = Pattern.compile("^[a-zA-Z][a-zA-Z0-9-]*@");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(27);

  /** Takes a URL apart; empty if it isn't one of a repository. */
  public static Optional<GitUrl> parse(String text) {
    if (text.startsWith("/")) {
      return Optional.empty();
    }
    int question = text.indexOf('?');
    var location = question < 0 ? text : text.substring(0, question);
    var query = query(question < 0 ? "" : text.substring(question + 1));
    return host(location)
        .flatMap(GitUrl::split)
        .map(
            parts ->
                new GitUrl(
                    text,
                    parts.repository,
                    parts.path,
                    query.getOrDefault("ref", query.getOrDefault("version", "")),
                    timeout(query.getOrDefault("timeout", "")),
                    submodules(query.getOrDefault("submodules", ""))));
  }

  private record Host(String host, String rest, boolean wholePath) {}

  private record Parts(String repository, String path) {}

  private static Optional<Host> host(String location) {
    var text = withoutPrefix(location, "git::");
    var scheme = "";
    for (var candidate : SCHEMES) {
      if (hasPrefix(text, candidate)) {
        scheme = candidate;
        text = text.substring(candidate.length());
        break;
      }
    }
    var matcher = USER.matcher(text);
    var user = matcher.find() ? matcher.group() : "";
    text = text.substring(user.length());
    if (scheme.equals(FILE)) {
      return Optional.of(new Host(scheme, user + text, true));
    }
    boolean github = hasPrefix(text, "github.com/") || hasPrefix(text, "github.com:");
    boolean scpStyle = scheme.isEmpty() && (!user.isEmpty() || github);
    if (scheme.isEmpty() && !scpStyle) {
      return Optional.empty();
    }
    int end = hostEnd(text, scpStyle);
    var host = end < 0 ? text : text.substring(0, end + 1);
    var rest = end < 0 ? "" : text.substring(end + 1);
    if (github) {
      return Optional.of(new Host(github(scheme, user), rest, false));
    }
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(new Host(scheme + user + host, rest, false));
  }

  /** GitHub's addresses are made alike, whatever way they are written. */
  private static String github(String scheme, String user) {
    return scheme.startsWith("ssh") || !user.isEmpty()
        ? user + "github.com:"
        : "https://github.com/";
  }

  private static int hostEnd(String text, boolean scpStyle) {
    int slash = text.indexOf('/');
    int colon = text.indexOf(':');
    boolean byColon = scpStyle && (slash < 0 || (colon > 0 && colon < slash));
    return byColon ? colon : slash;
  }

  private static Optional<Parts> split(Host host) {
    var parts = splitPath(host.rest, host.wholePath);
    if (parts == null || parts.repository.isEmpty() || leaves(parts.path)) {
      return Optional.empty();
    }
    var path = parts.path.startsWith("/") ? parts.path.substring(1) : parts.path;
    return Optional.of(new Parts(host.host + parts.repository, path));
  }

  private static @Nullable Parts splitPath(String rest, boolean wholePath) {
    int azure = rest.indexOf("_git/");
    if (azure >= 0) {
      return cut(rest, rest.indexOf('/', azure + 5), 1);
    }
    int marker = rest.indexOf("//");
    if (marker >= 0) {
      return cut(rest, marker, 2);
    }
    int suffix = rest.indexOf(".git");
    if (suffix >= 0) {
      return cut(rest, suffix + 4, 0);
    }
    if (wholePath) {
      return new Parts(rest, "");
    }
    int first = rest.indexOf('/');
    return first < 0 ? null : cut(rest, rest.indexOf('/', first + 1), 1);
  }

  private static Parts cut(String text, int at, int separator) {
    return at < 0
        ? new Parts(text, "")
        : new Parts(text.substring(0, at), text.substring(at + separator));
  }

  /** Whether the path leads out of the repository. */
  private static boolean leaves(String path) {
    int depth = 0;
    for (var part : path.split("/", -1)) {
      if (part.equals("..")) {
        depth--;
      } else if (!part.isEmpty() && !part.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> query(String text) {
    var values = new HashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      var key = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (key == null || value == null || pair.contains(";")) {
        return Map.of();
      }
      values.putIfAbsent(key, value);
    }
    values.values().removeIf(String::isEmpty);
    return values;
  }

  private static @Nullable String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return null; // then the whole query counts for nothing
    }
  }

  private static Duration timeout(String text) {
    if (SECONDS.matcher(text).matches()) {
      var seconds = Duration.ofSeconds(Long.parseLong(text));
      return seconds.isZero() ? DEFAULT_TIMEOUT : seconds;
    }
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return DEFAULT_TIMEOUT;
    }
    long count = Long.parseLong(matcher.group(1));
    var duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    return duration.isZero() ? DEFAULT_TIMEOUT : duration;
  }

  private static boolean submodules(String text) {
    return switch (text) {
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default -> true;
    };
  }

  private static String withoutPrefix(String text, String prefix) {
    return hasPrefix(text, prefix) ? text.substring(prefix.length()) : text;
  }

  private static boolean hasPrefix(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
