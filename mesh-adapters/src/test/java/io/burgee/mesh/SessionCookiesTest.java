package io.burgee.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.api.CanaryStatus;
import io.burgee.api.SessionAffinity;
import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Canary's status remembers of cookies, from the first run to the next. */
class SessionCookiesTest {
  private static final String UID = "6f1e0a3c-95ab-4cf8-8f51-0d6c8f4b7a11";
  private static final Traffic TEN = Traffic.of(new Weight(10));

  private final SessionAffinity section = section("cc", "pc");

  @Test
  void beforeTheFirstRunThereIsNothingToRemember() {
    var affinity = affinity(SessionCookies.NONE, 0);
    assertThat(affinity.previous()).isEmpty();
    assertThat(SessionCookies.NONE.after(affinity, Traffic.NONE)).isEqualTo(SessionCookies.NONE);
  }

  @Test
  void aRunsCookiesAreRememberedFromItsFirstShareOn() {
    var affinity = affinity(SessionCookies.NONE, 1);
    var running = SessionCookies.NONE.after(affinity, TEN);
    assertThat(running.canary()).matches("cc=[A-Za-z]{10}");
    assertThat(running.primary()).matches("pc=[A-Za-z]{10}");
    assertThat(running.previous()).isEmpty();
    assertThat(affinity(running, 1).canary()).isEqualTo(affinity.canary());
    assertThat(running.after(affinity(running, 1), TEN)).isEqualTo(running);
  }

  @Test
  void aStatusWriteThatIsLostLosesNoCookie() {
    assertThat(affinity(SessionCookies.NONE, 1)).isEqualTo(affinity(SessionCookies.NONE, 1));
  }

  @Test
  void everyRunOfEveryCanaryHasItsOwn() {
    var one = affinity(SessionCookies.NONE, 1);
    assertThat(affinity(SessionCookies.NONE, 2).canary()).isNotEqualTo(one.canary());
    assertThat(SessionCookies.NONE.affinity(section, "another", 1, 60).canary())
        .isNotEqualTo(one.canary());
    assertThat(one.primary().orElseThrow().value()).isNotEqualTo(one.canary().value());
  }

  @Test
  void withTheLastShareTheCookieBecomesThePreviousOne() {
    var running = SessionCookies.NONE.after(affinity(SessionCookies.NONE, 1), TEN);
    var affinity = affinity(running, 1);
    var ended = running.after(affinity, Traffic.NONE);
    assertThat(ended.canary()).isEmpty();
    assertThat(ended.previous()).isEqualTo(running.canary());
    assertThat(ended.after(affinity(ended, 1), Traffic.NONE)).isEqualTo(ended);
  }

  /** Routes are rendered before and after the status is read again. */
  @Test
  void theSameCookiesAreRenderedOnBothSidesOfAStatusWrite() {
    var running = SessionCookies.NONE.after(affinity(SessionCookies.NONE, 1), TEN);
    var ended = running.after(affinity(running, 1), Traffic.NONE);
    assertThat(affinity(ended, 1).previous()).isEqualTo(affinity(running, 1).previous());
    assertThat(affinity(running, 1).canary()).isEqualTo(affinity(SessionCookies.NONE, 1).canary());
  }

  @Test
  void thePreviousCookieIsRememberedThroughTheNextRun() {
    var ended = new SessionCookies("", "cc=Previous", "");
    var running = ended.after(affinity(ended, 2), TEN);
    assertThat(running.previous()).isEqualTo("cc=Previous");
    assertThat(running.canary()).isNotEqualTo("cc=Previous");
  }

  @Test
  void aCookieThatAnotherControllerGaveIsKept() {
    var taken = new SessionCookies("cc=FlaggerAbc", "cc=Before", "pc=PrimaryAbc");
    var affinity = affinity(taken, 1);
    assertThat(affinity.canary()).isEqualTo(new Cookie("cc", "FlaggerAbc"));
    assertThat(affinity.primary()).contains(new Cookie("pc", "PrimaryAbc"));
    assertThat(taken.after(affinity, TEN)).isEqualTo(taken);
  }

  @Test
  void aCookieOfAnotherNameIsReplacedAndTakenBackInTheEnd() {
    var renamed = new SessionCookies("old=FlaggerAbc", "", "old-pc=Abc");
    var affinity = affinity(renamed, 1);
    assertThat(affinity.canary().name()).isEqualTo("cc");
    assertThat(affinity.primary().map(Cookie::name)).contains("pc");
    assertThat(affinity.previous()).contains(new Cookie("old", "FlaggerAbc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cc", "=", "cc=", "cc=a b", "cc=.*", "cc=a; Domain=x", "cc=a\r\nX: y"})
  void whatIsNoCookieInTheStatusCountsAsNone(String text) {
    var affinity = affinity(new SessionCookies(text, text, text), 1);
    assertThat(affinity).isEqualTo(affinity(SessionCookies.NONE, 1));
  }

  @Test
  void withoutANameThereIsNoCookieForThePrimary() {
    var affinity = SessionCookies.NONE.affinity(section("cc", null), UID, 1, 60);
    assertThat(affinity.primary()).isEmpty();
    assertThat(SessionCookies.NONE.after(affinity, TEN).primary()).isEmpty();
  }

  @Test
  void agesAreOfADayAndOfAnInterval() {
    assertThat(affinity(SessionCookies.NONE, 1).givenByCanary()).endsWith("; Max-Age=86400");
    assertThat(affinity(SessionCookies.NONE, 1).givenByPrimary().orElseThrow())
        .endsWith("; Max-Age=60");
    section.setMaxAge(0);
    assertThat(affinity(SessionCookies.NONE, 1).maxAge()).isEqualTo(86_400);
    section.setMaxAge(7);
    assertThat(affinity(SessionCookies.NONE, 1).maxAge()).isEqualTo(7);
  }

  @Test
  void theStatusSaysTheSameWhenItIsReadAgain() {
    var status = new CanaryStatus();
    var cookies = new SessionCookies("cc=A", "cc=B", "pc=C");
    cookies.write(status);
    assertThat(SessionCookies.of(status)).isEqualTo(cookies);
    SessionCookies.NONE.write(status);
    assertThat(status.getSessionAffinityCookie()).isNull();
    assertThat(SessionCookies.of(status)).isEqualTo(SessionCookies.NONE);
    assertThat(SessionCookies.of(null)).isEqualTo(SessionCookies.NONE);
  }

  private Affinity affinity(SessionCookies cookies, int run) {
    return cookies.affinity(section, UID, run, 60);
  }

  private static SessionAffinity section(String name, @Nullable String primary) {
    var section = new SessionAffinity();
    section.setCookieName(name);
    section.setPrimaryCookieName(primary);
    return section;
  }
}
