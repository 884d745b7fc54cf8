package io.burgee.helm.crypto;

import io.burgee.helm.value.GoException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** Reads private keys of PEM texts: PKCS 8, PKCS 1, SEC 1 and OpenSSL's of DSA. */
final class PrivateKeys {
  static final String RSA = "1.2.840.113549.1.1.1";
  static final String EC = "1.2.840.10045.2.1";
  static final String ED25519 = "1.3.101.112";
  private static final String DSA = "1.2.840.10040.4.1";
  private static final String SUFFIX = " PRIVATE KEY";

  private PrivateKeys() {}

  /**
   * @throws GoException if the text holds no such key
   */
  static CertificateKey parse(String text) {
    var pem = Pem.find(text);
    if (pem == null) {
      throw new GoException("no PEM data in input");
    }
    var type = pem.type();
    if (type.equals("PRIVATE KEY")) {
      return parse(
          pem, "decoding PEM as PKCS#8: ", bytes -> info(PrivateKeyInfo.getInstance(bytes)));
    }
    if (!type.endsWith(SUFFIX)) {
      throw new GoException("no private key data in PEM block of type " + type);
    }
    var kind = type.substring(0, type.length() - SUFFIX.length());
    return switch (kind) {
      case "RSA" ->
          parse(
              pem,
              "parsing RSA private key from PEM: ",
              bytes -> rsa(RSAPrivateKey.getInstance(bytes)));
      case "EC" ->
          parse(
              pem,
              "parsing EC private key from PEM: x509: failed to parse EC private key: ",
              bytes -> ec(ECPrivateKey.getInstance(bytes), null));
      case "DSA" ->
          parse(
              pem,
              "parsing DSA private key from PEM: ",
              bytes -> dsa(ASN1Sequence.getInstance(bytes), bytes));
      default -> throw new GoException("invalid private key type " + type);
    };
  }

  private interface Decoder {
    CertificateKey decode(byte[] bytes) throws IOException, GeneralSecurityException;
  }

  private static CertificateKey parse(Pem pem, String what, Decoder decoder) {
    try {
      return decoder.decode(pem.bytes());
    } catch (GoException e) {
      throw new GoException(what + e.getMessage(), e);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // The library throws many kinds of these for bytes that are no key.
      throw new GoException(what + "asn1: syntax error: truncated tag or length", e);
    }
  }

  private static CertificateKey info(PrivateKeyInfo info)
      throws IOException, GeneralSecurityException {
    var algorithm = info.getPrivateKeyAlgorithm();
    return switch (algorithm.getAlgorithm().getId()) {
      case RSA -> rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
      case EC -> ec(ECPrivateKey.getInstance(info.parsePrivateKey()), algorithm.getParameters());
      case ED25519 -> {
        byte[] seed = info.getPrivateKey().getOctets();
        var key = new Ed25519PrivateKeyParameters(seed, 2);
        var point = key.generatePublicKey().getEncoded();
        yield CertificateKey.of(info, new SubjectPublicKeyInfo(algorithm, point), "Ed25519");
      }
      case String id ->
          throw new GoException(
              "x509: PKCS#8 wrapping contained private key with unknown algorithm: " + id);
    };
  }

  private static CertificateKey rsa(RSAPrivateKey key)
      throws IOException, GeneralSecurityException {
    var algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(RSA), DERNull.INSTANCE);
    var numbers = new RSAPublicKey(key.getModulus(), key.getPublicExponent());
    var publicKey = new SubjectPublicKeyInfo(algorithm, numbers);
    return CertificateKey.of(new PrivateKeyInfo(algorithm, key), publicKey, "RSA");
  }

  private static CertificateKey ec(ECPrivateKey key, @Nullable ASN1Encodable named)
      throws IOException, GeneralSecurityException {
    ASN1Encodable curve = named == null ? key.getParametersObject() : named;
    var known = curve(curve);
    var point = known.getG().multiply(key.getKey()).normalize().getEncoded(false);
    var algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(EC), curve);
    var publicKey = new SubjectPublicKeyInfo(algorithm, point);
    return CertificateKey.of(new PrivateKeyInfo(algorithm, key), publicKey, "EC");
  }

  static X9ECParameters curve(@Nullable ASN1Encodable name) {
    var known = name instanceof ASN1ObjectIdentifier id ? ECNamedCurveTable.getByOID(id) : null;
    if (known == null) {
      throw new GoException("x509: unknown elliptic curve");
    }
    return known;
  }

  /** Version, three parameters, the public and the private number. */
  private static CertificateKey dsa(ASN1Sequence fields, byte[] bytes) throws IOException {
    var parameters =
        new DERSequence(
            new ASN1Encodable[] {
              fields.getObjectAt(1), fields.getObjectAt(2), fields.getObjectAt(3)
            });
    var algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(DSA), parameters);
    var number = ASN1Integer.getInstance(fields.getObjectAt(4));
    ASN1Integer.getInstance(fields.getObjectAt(5));
    var publicKey = new SubjectPublicKeyInfo(algorithm, number);
    return new CertificateKey(null, publicKey, new Pem("DSA PRIVATE KEY", bytes));
  }
}
