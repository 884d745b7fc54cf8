package io.burgee.mesh;

import io.burgee.api.CanaryStatus;
import io.burgee.api.SessionAffinity;
import io.burgee.core.Traffic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that a Canary's status remembers, each as {@code NAME=VALUE}; empty for none. Values
 * follow from the Canary and the run rather than from chance, so a lost status write loses none.
 *
 * @param canary {@code sessionAffinityCookie}, while the canary has a share
 * @param previous {@code previousSessionAffinityCookie}
 * @param primary {@code primarySessionAffinityCookie}
 */
public record SessionCookies(String canary, String previous, String primary) {
  public static final SessionCookies NONE = new SessionCookies("", "", "");

  private static final int LETTERS = 10;
  private static final int DAY = 86_400;

  /** What the status says. */
  public static SessionCookies of(@Nullable CanaryStatus status) {
    return status == null
        ? NONE
        : new SessionCookies(
            text(status.getSessionAffinityCookie()),
            text(status.getPreviousSessionAffinityCookie()),
            text(status.getPrimarySessionAffinityCookie()));
  }

  /**
   * The cookies for routes, before and after any change of traffic in {@code run}. One that the
   * status has is kept, whoever made it.
   *
   * @param uid of the Canary
   * @param interval of the analysis, in seconds
   */
  public Affinity affinity(SessionAffinity section, String uid, int run, int interval) {
    var name = text(section.getCookieName());
    var primaryName = text(section.getPrimaryCookieName());
    var kept = Cookie.parse(canary);
    return new Affinity(
        kept.filter(cookie -> cookie.name().equals(name))
            .orElseGet(() -> new Cookie(name, value(uid, run, "canary"))),
        kept.or(() -> Cookie.parse(previous)),
        primaryName.isEmpty()
            ? Optional.empty()
            : Cookie.parse(primary)
                .filter(cookie -> cookie.name().equals(primaryName))
                .or(() -> Optional.of(new Cookie(primaryName, value(uid, run, "primary")))),
        maxAge(section),
        interval,
        attributes(section));
  }

  /** What the status is to say when {@code traffic} is intended, in the same write. */
  public SessionCookies after(Affinity affinity, Traffic traffic) {
    return traffic.canary().isZero()
        ? new SessionCookies("", affinity.previous().map(Cookie::toString).orElse(""), primary)
        : new SessionCookies(
            affinity.canary().toString(),
            previous,
            affinity.primary().map(Cookie::toString).orElse(primary));
  }

  /** Puts them into a status; none is no field. */
  public void write(CanaryStatus status) {
    status.setSessionAffinityCookie(field(canary));
    status.setPreviousSessionAffinityCookie(field(previous));
    status.setPrimarySessionAffinityCookie(field(primary));
  }

  private static int maxAge(SessionAffinity section) {
    var written = section.getMaxAge();
    return written == null || written <= 0 ? DAY : written; // 0 would take the cookie back
  }

  private static Affinity.Attributes attributes(SessionAffinity section) {
    return new Affinity.Attributes(
        text(section.getDomain()),
        Boolean.TRUE.equals(section.getHttpOnly()),
        Boolean.TRUE.equals(section.getPartitioned()),
        text(section.getPath()),
        text(section.getSameSite()),
        Boolean.TRUE.equals(section.getSecure()));
  }

  /** Ten letters that nobody outside can guess. */
  private static String value(String uid, int run, String side) {
    var letters = new StringBuilder();
    for (byte octet : digest(uid + "/" + run + "/" + side)) {
      int letter = Byte.toUnsignedInt(octet) % 52;
      letters.append((char) (letter < 26 ? 'a' + letter : 'A' + letter - 26));
    }
    return letters.substring(0, LETTERS);
  }

  private static byte[] digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      text.chars().forEach(c -> digest.update((byte) c)); // a uid is ASCII
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String field(String text) {
    return text.isEmpty() ? null : text;
  }
}
