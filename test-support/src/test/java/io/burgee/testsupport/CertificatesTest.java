package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

  private final Path folder;

  CertificatesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theServersCertificateIsTheAuthoritysAndNamesLoopback()
      throws GeneralSecurityException, IOException {
    var certificates = Certificates.create(folder, Instant.now());
    var authority = read(certificates.authority());
    var server = read(certificates.server());

    assertThatNoException().isThrownBy(() -> server.verify(authority.getPublicKey()));
    assertThatNoException().isThrownBy(server::checkValidity);
    assertThat(authority.getBasicConstraints()).isNotNegative();
    assertThat(server.getSubjectAlternativeNames())
        .contains(List.of(7, "127.0.0.1"), List.of(2, "localhost"));
  }

  private static X509Certificate read(Path pem) throws GeneralSecurityException, IOException {
    try (var in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
