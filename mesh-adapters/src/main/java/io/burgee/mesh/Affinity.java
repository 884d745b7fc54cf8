package io.burgee.mesh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cookies that keep a client on the side that served it first. The same value serves all traffic of
 * a run: it says which cookies there are, and the traffic says which of them have a rule.
 *
 * @param canary given by the canary while it has a share
 * @param previous taken back while the canary has none; empty before the first run
 * @param primary given by the primary while the canary has a share; empty where none is wanted
 * @param maxAge of the canary's cookie, in seconds
 * @param primaryMaxAge of the primary's, in seconds
 */
public record Affinity(
    Cookie canary,
    Optional<Cookie> previous,
    Optional<Cookie> primary,
    int maxAge,
    int primaryMaxAge,
    Attributes attributes) {

  /** What browsers are told about both cookies; blank and false are left out. */
  public record Attributes(
      String domain,
      boolean httpOnly,
      boolean partitioned,
      String path,
      String sameSite,
      boolean secure) {
    public static final Attributes NONE = new Attributes("", false, false, "", "", false);

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]*");

    /** Neither what ends an attribute or a header, nor what Envoy takes for a command. */
    private static final Pattern PATH = Pattern.compile("[\\x21-\\x7e&&[^;,%\"\\\\]]*");

    private static final Set<String> SAME_SITE = Set.of("", "Strict", "Lax", "None");

    private List<String> problems() {
      var problems = new ArrayList<String>();
      if (!DOMAIN.matcher(domain).matches()) {
        problems.add("domain must be a host name");
      }
      if (!PATH.matcher(path).matches()) {
        problems.add("path must be visible ASCII characters without ; , % \" and \\");
      }
      if (!SAME_SITE.contains(sameSite)) {
        problems.add("sameSite must be Strict, Lax or None");
      }
      return problems;
    }

    @Override
    public String toString() {
      return Stream.of(
              field("Domain", domain),
              flag("HttpOnly", httpOnly),
              flag("Partitioned", partitioned),
              field("Path", path),
              field("SameSite", sameSite),
              flag("Secure", secure))
          .flatMap(Optional::stream)
          .reduce("", (text, attribute) -> text + "; " + attribute);
    }

    private static Optional<String> field(String name, String value) {
      return value.isBlank() ? Optional.empty() : Optional.of(name + "=" + value);
    }

    private static Optional<String> flag(String name, boolean set) {
      return set ? Optional.of(name) : Optional.empty();
    }
  }

  /** The {@code Set-Cookie} of the canary. */
  public String givenByCanary() {
    return header(canary, maxAge);
  }

  /** The {@code Set-Cookie} of the primary. */
  public Optional<String> givenByPrimary() {
    return primary.map(cookie -> header(cookie, primaryMaxAge));
  }

  /**
   * The {@code Set-Cookie} that takes the previous cookie back: browsers delete only what has the
   * same attributes.
   */
  public Optional<String> takenBack() {
    return previous.map(cookie -> header(cookie, -1));
  }

  /** All names that cookies of ours have. */
  public Set<String> names() {
    var names = new HashSet<String>();
    names.add(canary.name());
    previous.map(Cookie::name).ifPresent(names::add);
    primary.map(Cookie::name).ifPresent(names::add);
    return Set.copyOf(names);
  }

  /** What would mean something else in a header or in a regular expression; empty when nothing. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    Stream.of(Optional.of(canary), previous, primary)
        .flatMap(Optional::stream)
        .filter(cookie -> !cookie.isPlain())
        .map(
            cookie ->
                "cookie "
                    + quoted(cookie.toString())
                    + " must have a name of letters, digits and ! # & ' . _ ` ~ - and a value of"
                    + " letters and digits")
        .forEach(problems::add);
    if (primary.map(Cookie::name).filter(canary.name()::equals).isPresent()) {
      problems.add("primaryCookieName must differ from cookieName");
    }
    problems.addAll(attributes.problems());
    return problems.stream().map(problem -> "spec.analysis.sessionAffinity: " + problem).toList();
  }

  private String header(Cookie cookie, int seconds) {
    return cookie + "; Max-Age=" + seconds + attributes;
  }

  /** Text of others goes into messages on one line. */
  private static String quoted(String text) {
    return '"' + text.replaceAll("\\p{Cntrl}", "?") + '"';
  }
}
