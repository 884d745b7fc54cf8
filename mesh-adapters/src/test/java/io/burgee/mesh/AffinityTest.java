package io.burgee.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffinityTest {

  @Test
  void attributesComeInOneOrder() {
    var all = new Affinity.Attributes("example.com", true, true, "/a", "Lax", true);
    assertThat(with("cc", all).givenByCanary())
        .isEqualTo(
            "cc=ABC; Max-Age=60; Domain=example.com; HttpOnly; Partitioned; Path=/a; SameSite=Lax;"
                + " Secure");
    assertThat(with("cc", Affinity.Attributes.NONE).givenByCanary())
        .isEqualTo("cc=ABC; Max-Age=60");
  }

  @Test
  void aCookieIsTakenBackWithTheAttributesThatItWasGivenWith() {
    var domain = new Affinity.Attributes("example.com", false, false, "", "", false);
    assertThat(with("cc", domain).takenBack()).contains("old=XYZ; Max-Age=-1; Domain=example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "__Host-app.side", "a-b_c~d", "x!#&'`"})
  void ordinaryNamesAreAllowed(String name) {
    assertThat(with(name, Affinity.Attributes.NONE).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a=b", "a;b", "a,b", "a\r\nX-Evil: 1", "a\nb", "a\tb", "a\0b", "a\"b",
            "a\\b",
        ".*", "a+", "a|b", "(a)", "[a]", "{a}", "a?", "^a", "a$", "a*", "%REQ(authorization)%", "é"
      })
  void aNameThatWouldMeanSomethingElseIsRefused(String name) {
    assertThat(with(name, Affinity.Attributes.NONE).problems())
        .singleElement()
        .asString()
        .startsWith("spec.analysis.sessionAffinity: cookie \"")
        .doesNotContain("\n", "\r", "\t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nb", "a;b", ".*", "%"})
  void aValueThatWouldMeanSomethingElseIsRefused(String value) {
    var affinity =
        new Affinity(
            new Cookie("cc", "ABC"),
            Optional.of(new Cookie("cc", value)),
            Optional.empty(),
            60,
            10,
            Affinity.Attributes.NONE);
    assertThat(affinity.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a;b", "/a\r\nSet-Cookie: x", "/%2f", "/a b", "/a,b", "/a\"", "/ä"})
  void aPathThatWouldMeanSomethingElseIsRefused(String path) {
    var attributes = new Affinity.Attributes("", false, false, path, "", false);
    assertThat(with("cc", attributes).problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a b", "a\nb", "a/b", "%a%"})
  void aDomainThatIsNoHostNameIsRefused(String domain) {
    var attributes = new Affinity.Attributes(domain, false, false, "", "", false);
    assertThat(with("cc", attributes).problems()).hasSize(1);
  }

  @Test
  void anUnknownSameSiteIsRefused() {
    var attributes = new Affinity.Attributes("", false, false, "", "Lax; Domain=x", false);
    assertThat(with("cc", attributes).problems()).hasSize(1);
  }

  @Test
  void oneNameForBothSidesIsRefused() {
    var affinity =
        new Affinity(
            new Cookie("cc", "ABC"),
            Optional.empty(),
            Optional.of(new Cookie("cc", "DEF")),
            60,
            10,
            Affinity.Attributes.NONE);
    assertThat(affinity.problems()).hasSize(1);
  }

  private static Affinity with(String name, Affinity.Attributes attributes) {
    return new Affinity(
        new Cookie(name, "ABC"),
        Optional.of(new Cookie("old", "XYZ")),
        Optional.empty(),
        60,
        10,
        attributes);
  }
}
