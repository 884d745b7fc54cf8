package io.burgee.helm.crypto;

import io.burgee.helm.value.GoException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its public one.
 *
 * @param key null if nothing can be signed with it
 * @param pem as Go writes it
 */
record CertificateKey(@Nullable PrivateKey key, SubjectPublicKeyInfo publicKey, Pem pem) {
  static CertificateKey rsa(int bits, SecureRandom random) {
    return generate("RSA", generator -> generator.initialize(bits, random));
  }

  static CertificateKey dsa(SecureRandom random) {
    return generate("DSA", generator -> generator.initialize(2048, random));
  }

  static CertificateKey ecdsa(SecureRandom random) {
    var curve = new ECGenParameterSpec("secp256r1");
    return generate("EC", generator -> generator.initialize(curve, random));
  }

  static CertificateKey ed25519(SecureRandom random) {
    return generate("Ed25519", generator -> {});
  }

  private interface Setup {
    void apply(KeyPairGenerator generator) throws GeneralSecurityException;
  }

  private static CertificateKey generate(String algorithm, Setup setup) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      setup.apply(generator);
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException | IOException e) {
      throw new GoException("failed to generate private key: " + e.getMessage(), e);
    }
  }

  private static CertificateKey of(KeyPair pair) throws IOException {
    var publicKey = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    if (pair.getPrivate() instanceof DSAPrivateKey dsa) {
      var known = dsa.getParams();
      var y = ((DSAPublicKey) pair.getPublic()).getY();
      var fields = dsaFields(known.getP(), known.getQ(), known.getG(), y, dsa.getX());
      return new CertificateKey(null, publicKey, new Pem("DSA PRIVATE KEY", fields));
    }
    var info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
    return new CertificateKey(pair.getPrivate(), publicKey, pem(info, publicKey));
  }

  private static byte[] dsaFields(BigInteger... numbers) throws IOException {
    var fields = new ASN1Encodable[numbers.length + 1];
    fields[0] = new ASN1Integer(0);
    for (int i = 0; i < numbers.length; i++) {
      fields[i + 1] = new ASN1Integer(numbers[i]);
    }
    return new DERSequence(fields).getEncoded();
  }

  /** A key that was parsed: what can be signed with it is found out by its algorithm. */
  static CertificateKey of(PrivateKeyInfo info, SubjectPublicKeyInfo publicKey, String algorithm)
      throws IOException, GeneralSecurityException {
    var spec = new PKCS8EncodedKeySpec(info.getEncoded());
    var key = KeyFactory.getInstance(algorithm).generatePrivate(spec);
    return new CertificateKey(key, publicKey, pem(info, publicKey));
  }

  private static Pem pem(PrivateKeyInfo info, SubjectPublicKeyInfo publicKey) throws IOException {
    return switch (info.getPrivateKeyAlgorithm().getAlgorithm().getId()) {
      case PrivateKeys.RSA ->
          new Pem("RSA PRIVATE KEY", info.parsePrivateKey().toASN1Primitive().getEncoded("DER"));
      case PrivateKeys.EC -> new Pem("EC PRIVATE KEY", ecFields(info, publicKey));
      default -> new Pem("PRIVATE KEY", info.getEncoded("DER"));
    };
  }

  private static byte[] ecFields(PrivateKeyInfo info, SubjectPublicKeyInfo publicKey)
      throws IOException {
    var curve = info.getPrivateKeyAlgorithm().getParameters();
    X9ECParameters known = PrivateKeys.curve(curve);
    var number = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
    var point = new DERBitString(publicKey.getPublicKeyData().getBytes());
    return new ECPrivateKey(known.getN().bitLength(), number, point, curve).getEncoded("DER");
  }
}
