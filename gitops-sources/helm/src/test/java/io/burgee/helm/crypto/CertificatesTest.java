package io.burgee.helm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.value.GoException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final SecureRandom random = new SecureRandom();
  private final Certificates certificates =
      new Certificates(random, Clock.fixed(NOW, ZoneOffset.UTC));

  private static X509Certificate parse(GoCertificate pair) throws CertificateException {
    var bytes = pair.certificate().getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  @Test
  void anAuthoritySignsItself() throws Exception {
    var authority = parse(certificates.authority("my ca", 10, null));
    authority.verify(authority.getPublicKey());
    assertThat(authority.getSubjectX500Principal().getName()).isEqualTo("CN=my ca");
    assertThat(authority.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(authority.getKeyUsage())
        .containsExactly(true, false, true, false, false, true, false, false, false);
    assertThat(authority.getNotBefore()).isEqualTo(Date.from(NOW));
    assertThat(authority.getNotAfter()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(10))));
  }

  @Test
  void aSignedCertificateNamesItsIssuerAndItsAddresses() throws Exception {
    var authority = certificates.authority("ca", 10, null);
    var pair =
        certificates.signed(
            "web", List.of("1.2.3.4", "::1"), List.of("web.example"), 5, authority, null);
    var certificate = parse(pair);
    certificate.verify(parse(authority).getPublicKey());
    assertThat(certificate.getIssuerX500Principal().getName()).isEqualTo("CN=ca");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(
            List.of(2, "web.example"), List.of(7, "1.2.3.4"), List.of(7, "0:0:0:0:0:0:0:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ecdsa", "ed25519"})
  void aKeyOfOnesOwnIsTaken(String type) throws Exception {
    var key = Certificates.privateKey(type, random);
    var pair = certificates.selfSigned("a", null, null, 1, key);
    assertThat(pair.key()).isEqualTo(key);
    var certificate = parse(pair);
    certificate.verify(certificate.getPublicKey());
  }

  @Test
  void aPairIsTakenAsItIs() {
    var pair = certificates.authority("a", 1, null);
    var encoder = Base64.getEncoder();
    var again =
        Certificates.of(
            encoder.encodeToString(pair.certificate().getBytes(StandardCharsets.UTF_8)),
            encoder.encodeToString(pair.key().getBytes(StandardCharsets.UTF_8)));
    assertThat(again).isEqualTo(pair);
  }

  @Test
  void aKeyThatIsNotTheAuthoritysSignsNothing() {
    var one = certificates.authority("a", 1, null);
    var other = certificates.authority("b", 1, null);
    var mixed = new GoCertificate(one.certificate(), other.key());
    assertThatThrownBy(() -> certificates.signed("c", null, null, 1, mixed, null))
        .isInstanceOf(GoException.class)
        .hasMessage(
            "error creating certificate: x509: provided PrivateKey doesn't match parent's"
                + " PublicKey");
  }
}
