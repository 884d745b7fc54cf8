package io.burgee.helm.crypto;

import io.burgee.helm.value.GoException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** Makes certificates for servers and clients, and those that sign them. */
public final class Certificates {
  private static final int RSA_BITS = 2048;
  private static final long DAY_NANOS = 86_400_000_000_000L;
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GENERAL_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SecureRandom random;
  private final Clock clock;

  /** Who signs. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Issuer(ASN1Encodable name, byte @Nullable [] keyId, CertificateKey key) {}

  public Certificates(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /**
   * A certificate that can sign others.
   *
   * @param pem its key; null for a new one of RSA
   */
  public GoCertificate authority(String commonName, long days, @Nullable String pem) {
    return selfSigned(Subject.of(commonName, null, null), days, key(pem), true);
  }

  /**
   * A certificate that nobody else has signed.
   *
   * @param pem its key; null for a new one of RSA
   */
  public GoCertificate selfSigned(
      String commonName,
      @Nullable List<? extends @Nullable Object> ips,
      @Nullable List<? extends @Nullable Object> dns,
      long days,
      @Nullable String pem) {
    var key = key(pem);
    return selfSigned(Subject.of(commonName, ips, dns), days, key, false);
  }

  private GoCertificate selfSigned(
      Subject subject, long days, CertificateKey key, boolean authority) {
    var issuer = new Issuer(subject.name(), null, key);
    return certificate(subject, days, key, issuer, authority);
  }

  /**
   * A certificate that an authority has signed.
   *
   * @param pem its key; null for a new one of RSA
   */
  public GoCertificate signed(
      String commonName,
      @Nullable List<? extends @Nullable Object> ips,
      @Nullable List<? extends @Nullable Object> dns,
      long days,
      GoCertificate authority,
      @Nullable String pem) {
    var key = key(pem);
    var signer = parse(authority.certificate(), "decodedSignerCert");
    var signerKey = signerKey(authority.key());
    var subject = Subject.of(commonName, ips, dns);
    if (signerKey.key() != null
        && !signer.getSubjectPublicKeyInfo().equals(signerKey.publicKey())) {
      throw new GoException(
          "error creating certificate: x509: provided PrivateKey doesn't match parent's PublicKey");
    }
    boolean itself = signer.getSubject().toASN1Primitive().equals(subject.name().toASN1Primitive());
    var keyId = itself ? null : keyId(signer);
    var issuer = new Issuer(signer.getSubject(), keyId, signerKey);
    return certificate(subject, days, key, issuer, false);
  }

  /** A pair that is there already, both in base64, checked. */
  public static GoCertificate of(String base64Certificate, String base64Key) {
    var certificate = decoded(base64Certificate, "certificate");
    var key = decoded(base64Key, "private key");
    parse(certificate, "decodedCert");
    signerKey(key);
    return new GoCertificate(certificate, key);
  }

  private static String decoded(String base64, String what) {
    var joined = base64.replace("\n", "").replace("\r", "");
    try {
      if (joined.length() % 4 != 0) {
        throw new IllegalArgumentException("no padding");
      }
      return new String(Base64.getDecoder().decode(joined), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new GoException("unable to decode base64 " + what, e);
    }
  }

  private static Certificate parse(String pem, String name) {
    var block = Pem.find(pem);
    if (block == null) {
      throw new GoException("unable to decode certificate");
    }
    try {
      return Certificate.getInstance(ASN1Primitive.fromByteArray(block.bytes()));
    } catch (IOException | RuntimeException e) {
      // The library throws many kinds of these for bytes that are no certificate.
      throw new GoException(
          "error parsing certificate: " + name + ".Bytes: x509: malformed certificate", e);
    }
  }

  private static CertificateKey signerKey(String pem) {
    try {
      return PrivateKeys.parse(pem);
    } catch (GoException e) {
      throw new GoException("error parsing private key: " + e.getMessage(), e);
    }
  }

  private CertificateKey key(@Nullable String pem) {
    if (pem == null) {
      return CertificateKey.rsa(RSA_BITS, random);
    }
    try {
      return PrivateKeys.parse(pem);
    } catch (GoException e) {
      throw new GoException("parsing private key: " + e.getMessage(), e);
    }
  }

  private static byte @Nullable [] keyId(Certificate certificate) {
    var extensions = certificate.getTBSCertificate().getExtensions();
    var found = extensions == null ? null : extensions.getExtension(Extension.subjectKeyIdentifier);
    return found == null ? null : ASN1OctetString.getInstance(found.getParsedValue()).getOctets();
  }

  private GoCertificate certificate(
      Subject subject, long days, CertificateKey key, Issuer issuer, boolean authority) {
    var signing = issuer.key.key();
    if (signing == null) {
      throw new GoException(
          "error creating certificate: x509: certificate private key does not implement"
              + " crypto.Signer");
    }
    if (key.key() == null) {
      throw new GoException(
          "error creating certificate: x509: unsupported public key type: *dsa.PublicKey");
    }
    var algorithm = algorithm(signing);
    var now = clock.instant();
    var body =
        sequence(
            new DERTaggedObject(true, 0, new ASN1Integer(2)),
            new ASN1Integer(new BigInteger(128, random)),
            algorithm,
            issuer.name,
            sequence(time(now), time(now.plusNanos(days * DAY_NANOS))),
            subject.name(),
            key.publicKey(),
            new DERTaggedObject(true, 3, extensions(subject, key, issuer, authority)));
    try {
      var signature = new DERBitString(sign(signing, body.getEncoded("DER")));
      var bytes = sequence(body, algorithm, signature).getEncoded("DER");
      return new GoCertificate(new Pem("CERTIFICATE", bytes).text(), key.pem().text());
    } catch (IOException | GeneralSecurityException e) {
      throw new GoException("error creating certificate: " + e.getMessage(), e);
    }
  }

  private static ASN1Encodable time(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1950 && year < 2050
        ? new DERUTCTime(UTC_TIME.format(instant))
        : new DERGeneralizedTime(GENERAL_TIME.format(instant));
  }

  private static AlgorithmIdentifier algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" ->
          new AlgorithmIdentifier(
              new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"), DERNull.INSTANCE);
      case "EC" -> new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
      default -> new AlgorithmIdentifier(new ASN1ObjectIdentifier(PrivateKeys.ED25519));
    };
  }

  private byte[] sign(PrivateKey key, byte[] body) throws GeneralSecurityException {
    var signature =
        Signature.getInstance(
            switch (key.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> "Ed25519";
            });
    signature.initSign(key, random);
    signature.update(body);
    return signature.sign();
  }

  private static ASN1Encodable extensions(
      Subject subject, CertificateKey key, Issuer issuer, boolean authority) {
    var all = new ArrayList<ASN1Encodable>();
    // Digital signature and key encipherment; an authority signs certificates too.
    var usage = authority ? new DERBitString((byte) 0xA4, 2) : new DERBitString((byte) 0xA0, 5);
    all.add(extension("2.5.29.15", true, usage));
    var server = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.1");
    var client = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.2");
    all.add(extension("2.5.29.37", false, sequence(server, client)));
    all.add(extension("2.5.29.19", true, authority ? sequence(ASN1Boolean.TRUE) : sequence()));
    if (authority) {
      all.add(extension("2.5.29.14", false, new DEROctetString(keyId(key))));
    }
    if (issuer.keyId != null) {
      var id = new DERTaggedObject(false, 0, new DEROctetString(issuer.keyId));
      all.add(extension("2.5.29.35", false, sequence(id)));
    }
    if (subject.hasAlternatives()) {
      boolean critical = subject.commonName().isEmpty();
      all.add(extension("2.5.29.17", critical, subject.alternatives()));
    }
    return sequence(all.toArray(ASN1Encodable[]::new));
  }

  private static byte[] keyId(CertificateKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(digest.digest(key.publicKey().getPublicKeyData().getBytes()), 20);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static ASN1Encodable extension(String id, boolean critical, ASN1Encodable content) {
    try {
      var bytes = new DEROctetString(content.toASN1Primitive().getEncoded("DER"));
      var name = new ASN1ObjectIdentifier(id);
      return critical ? sequence(name, ASN1Boolean.TRUE, bytes) : sequence(name, bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing is written to anywhere
    }
  }

  private static DERSequence sequence(ASN1Encodable... items) {
    return new DERSequence(items);
  }

  /** The text of a new private key, or of why there is none. */
  public static String privateKey(String type, SecureRandom random) {
    var key =
        switch (type) {
          case "", "rsa" -> CertificateKey.rsa(2 * RSA_BITS, random);
          case "dsa" -> CertificateKey.dsa(random);
          case "ecdsa" -> CertificateKey.ecdsa(random);
          case "ed25519" -> CertificateKey.ed25519(random);
          default -> null;
        };
    return key == null ? "Unknown type " + type : key.pem().text();
  }
}
