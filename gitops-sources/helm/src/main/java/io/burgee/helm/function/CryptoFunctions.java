package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.INT;
import static io.burgee.helm.value.GoType.LIST;
import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.crypto.Aes;
import io.burgee.helm.crypto.Certificates;
import io.burgee.helm.crypto.GoCertificate;
import io.burgee.helm.crypto.Passwords;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys, certificates, passwords. All but a few are other ones at every render. */
final class CryptoFunctions {
  private static final GoType UINT32 = GoType.named("uint32", Kind.UINT32);

  /** What one key or hash counts for: they take a hundred milliseconds. */
  private static final int COST = 5_000;

  private CryptoFunctions() {}

  static void addTo(FunctionTable table, SecureRandom random, Clock clock) {
    addPasswords(table, random);
    addCertificates(table, new Certificates(random, clock));
    table.add(
        "genPrivateKey",
        List.of(STRING),
        a -> Certificates.privateKey(costly(a).string(0), random));
    table.add(
        "encryptAES",
        List.of(STRING, STRING),
        a -> {
          a.meter().string(2L * a.string(1).length());
          return Aes.encrypt(a.string(0), a.string(1), random);
        });
    table.add("decryptAES", List.of(STRING, STRING), a -> decrypt(a.string(0), a.string(1)));
  }

  private static void addPasswords(FunctionTable table, SecureRandom random) {
    table.add("bcrypt", List.of(STRING), a -> Passwords.bcrypt(costly(a).string(0), random));
    table.add(
        "htpasswd",
        List.of(STRING, STRING),
        a -> Passwords.htpasswd(costly(a).string(0), a.string(1), random));
    table.add(
        "derivePassword",
        List.of(UINT32, STRING, STRING, STRING, STRING),
        a ->
            Passwords.derive(
                costly(a).integer(0), a.string(1), a.string(2), a.string(3), a.string(4)));
  }

  private static void addCertificates(FunctionTable table, Certificates certificates) {
    table.add(
        "buildCustomCert", List.of(STRING, STRING), a -> Certificates.of(a.string(0), a.string(1)));
    table.add(
        "genCA",
        List.of(STRING, INT),
        a -> certificates.authority(costly(a).string(0), a.integer(1), null));
    table.add(
        "genCAWithKey",
        List.of(STRING, INT, STRING),
        a -> certificates.authority(costly(a).string(0), a.integer(1), a.string(2)));
    table.add(
        "genSelfSignedCert",
        List.of(STRING, LIST, LIST, INT),
        a -> selfSigned(certificates, costly(a), null));
    table.add(
        "genSelfSignedCertWithKey",
        List.of(STRING, LIST, LIST, INT, STRING),
        a -> selfSigned(certificates, costly(a), a.string(4)));
    table.add(
        "genSignedCert",
        List.of(STRING, LIST, LIST, INT, GoCertificate.TYPE),
        a -> signed(certificates, costly(a), null));
    table.add(
        "genSignedCertWithKey",
        List.of(STRING, LIST, LIST, INT, GoCertificate.TYPE, STRING),
        a -> signed(certificates, costly(a), a.string(5)));
  }

  private static Arguments costly(Arguments a) {
    a.meter().steps(COST);
    return a;
  }

  private static GoCertificate selfSigned(
      Certificates certificates, Arguments a, @Nullable String key) {
    return certificates.selfSigned(a.string(0), list(a, 1), list(a, 2), a.integer(3), key);
  }

  private static GoCertificate signed(
      Certificates certificates, Arguments a, @Nullable String key) {
    var authority = (GoCertificate) a.any(4);
    if (authority == null) {
      throw new GoException("unable to decode certificate");
    }
    return certificates.signed(a.string(0), list(a, 1), list(a, 2), a.integer(3), authority, key);
  }

  private static @Nullable List<@Nullable Object> list(Arguments a, int index) {
    return a.any(index) == null ? null : a.list(index);
  }

  private static String decrypt(String password, String text) {
    if (text.isEmpty()) {
      return "";
    }
    var joined = text.replace("\n", "").replace("\r", "");
    int wrong = firstWrong(joined);
    if (wrong >= 0) {
      throw new GoException("illegal base64 data at input byte " + wrong);
    }
    return Aes.decrypt(password, Base64.getDecoder().decode(joined), text.length() / 4 * 3);
  }

  /** Where Go's decoder stops; -1 if nowhere. */
  private static int firstWrong(String text) {
    int end = text.length();
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    for (int i = 0; i < end - padding; i++) {
      char c = text.charAt(i);
      boolean known = c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
      if (!known) {
        return i;
      }
    }
    return end % 4 == 0 ? -1 : padding > 0 ? end : end - end % 4;
  }
}
