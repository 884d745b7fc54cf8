package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one run, what it signed, and the key that signs service accounts. */
record Certificates(
    Path authority, Path server, Path serverKey, Path accountsKey, Path accountsPublicKey) {

  private static final X500Name ISSUER = new X500Name("CN=burgee-test-ca");
  private static final X500Name SERVER = new X500Name("CN=kube-apiserver");
  private static final Duration VALID = Duration.ofDays(2);
  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  static Certificates create(Path folder, Instant now) {
    try {
      var authority = keyPair();
      var server = keyPair();
      var accounts = keyPair();
      return new Certificates(
          pem(folder, "ca.crt", "CERTIFICATE", selfSigned(authority, now)),
          pem(folder, "server.crt", "CERTIFICATE", signed(server, authority.getPrivate(), now)),
          pem(folder, "server.key", "PRIVATE KEY", server.getPrivate().getEncoded()),
          pem(folder, "accounts.key", "PRIVATE KEY", accounts.getPrivate().getEncoded()),
          pem(folder, "accounts.pub", "PUBLIC KEY", accounts.getPublic().getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make certificates", e);
    }
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static byte[] selfSigned(KeyPair authority, Instant now)
      throws IOException, OperatorCreationException {
    var certificate = builder(ISSUER, authority, now);
    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    certificate.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
    return sign(certificate, authority.getPrivate());
  }

  private static byte[] signed(KeyPair server, PrivateKey authority, Instant now)
      throws IOException, OperatorCreationException {
    var certificate = builder(SERVER, server, now);
    var names =
        new GeneralName[] {
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.dNSName, "kubernetes.default.svc")
        };
    certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    return sign(certificate, authority);
  }

  private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, Instant now) {
    // An hour back, for clocks that differ between this machine and a container on it.
    var from = Date.from(now.minus(Duration.ofHours(1)));
    var serial = BigInteger.valueOf(now.toEpochMilli());
    return new JcaX509v3CertificateBuilder(
        ISSUER, serial, from, Date.from(now.plus(VALID)), subject, keys.getPublic());
  }

  private static byte[] sign(X509v3CertificateBuilder certificate, PrivateKey key)
      throws IOException, OperatorCreationException {
    return certificate
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
        .getEncoded();
  }

  private static Path pem(Path folder, String name, String type, byte[] content)
      throws IOException {
    var text =
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(type, PEM.encodeToString(content));
    return Files.writeString(folder.resolve(name), text, US_ASCII);
  }
}
