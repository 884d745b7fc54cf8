package io.burgee.helm.crypto;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.format.GoFormat;
import io.burgee.helm.value.format.GoQuote;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.jspecify.annotations.Nullable;

/** Whom a certificate is for: a name, and addresses by which it is known too. */
record Subject(String commonName, List<String> names, List<byte[]> addresses) {
  /** A name is many times in a certificate that is being made. */
  private static final long COPIES = 64;

  private static final String COMMON_NAME = "2.5.4.3";

  /**
   * @param ips texts; null for none
   * @param dns texts; null for none
   * @throws GoException if one of them isn't what it should be
   */
  static Subject of(
      String commonName,
      @Nullable List<? extends @Nullable Object> ips,
      @Nullable List<? extends @Nullable Object> dns) {
    requireShort(commonName);
    var addresses = new ArrayList<byte[]>();
    for (Object ip : ips == null ? List.<@Nullable Object>of() : ips) {
      if (!(ip instanceof String text)) {
        throw new GoException("error parsing ip: " + GoFormat.text(ip) + " is not a string");
      }
      addresses.add(address(text));
    }
    var names = new ArrayList<String>();
    for (Object name : dns == null ? List.<@Nullable Object>of() : dns) {
      if (!(name instanceof String text)) {
        throw new GoException(
            "error processing alternate dns name: " + GoFormat.text(name) + " is not a string");
      }
      requireShort(text);
      names.add(text);
    }
    return new Subject(commonName, names, addresses);
  }

  private static void requireShort(String name) {
    Meter.requireShort(name.length() * COPIES);
  }

  private static byte[] address(String text) {
    byte[] four = four(text);
    if (four != null) {
      return four;
    }
    if (text.indexOf(':') >= 0 && text.indexOf('%') < 0 && text.indexOf('[') < 0) {
      try {
        return Inet6Address.ofLiteral(text).getAddress();
      } catch (IllegalArgumentException e) {
        throw new GoException("error parsing ip: " + text, e);
      }
    }
    throw new GoException("error parsing ip: " + text);
  }

  private static byte @Nullable [] four(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    var bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  /** The name as certificates have it. */
  ASN1Encodable name() {
    if (commonName.isEmpty()) {
      return new DERSequence();
    }
    boolean printable =
        commonName
            .chars()
            .allMatch(
                c -> c < 0x80 && (Character.isLetterOrDigit(c) || " '()+,-./:=?".indexOf(c) >= 0));
    ASN1Encodable text =
        printable ? new DERPrintableString(commonName) : new DERUTF8String(commonName);
    var attribute =
        new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(COMMON_NAME), text});
    return new DERSequence(new DERSet(attribute));
  }

  boolean hasAlternatives() {
    return !names.isEmpty() || !addresses.isEmpty();
  }

  /** The content of the extension for alternative names. */
  ASN1Encodable alternatives() {
    var all = new ArrayList<ASN1Encodable>();
    for (var name : names) {
      if (!GoStrings.isAscii(name)) {
        throw new GoException(
            "error creating certificate: x509: "
                + GoQuote.quote(name)
                + " cannot be encoded as an IA5String");
      }
      all.add(new DERTaggedObject(false, 2, new DERIA5String(name)));
    }
    for (var address : addresses) {
      all.add(new DERTaggedObject(false, 7, new DEROctetString(address)));
    }
    return new DERSequence(all.toArray(ASN1Encodable[]::new));
  }
}
