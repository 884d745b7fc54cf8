package io.burgee.helm.crypto;

import io.burgee.helm.value.GoStrings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;

/** Hashes of passwords, and passwords made of a master password. */
public final class Passwords {
  private static final int COST = 10;
  private static final int LONGEST = 72;
  private static final String SEED = "com.lyndir.masterpassword";

  private static final Map<String, List<String>> TEMPLATES =
      Map.of(
          "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
          "long",
              List.of(
                  "CvcvnoCvcvCvcv",
                  "CvcvCvcvnoCvcv",
                  "CvcvCvcvCvcvno",
                  "CvccnoCvcvCvcv",
                  "CvccCvcvnoCvcv",
                  "CvccCvcvCvcvno",
                  "CvcvnoCvccCvcv",
                  "CvcvCvccnoCvcv",
                  "CvcvCvccCvcvno",
                  "CvcvnoCvcvCvcc",
                  "CvcvCvcvnoCvcc",
                  "CvcvCvcvCvccno",
                  "CvccnoCvccCvcv",
                  "CvccCvccnoCvcv",
                  "CvccCvccCvcvno",
                  "CvcvnoCvccCvcc",
                  "CvcvCvccnoCvcc",
                  "CvcvCvccCvccno",
                  "CvccnoCvcvCvcc",
                  "CvccCvcvnoCvcc",
                  "CvccCvcvCvccno"),
          "medium", List.of("CvcnoCvc", "CvcCvcno"),
          "short", List.of("Cvcn"),
          "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
          "pin", List.of("nnnn"));

  private Passwords() {}

  /** The hash, or why there is none. */
  public static String bcrypt(String password, SecureRandom random) {
    byte[] bytes = GoStrings.encode(password);
    if (bytes.length > LONGEST) {
      return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
    }
    var salt = new byte[16];
    random.nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, COST);
  }

  /** A line of a file of users. */
  public static String htpasswd(String user, String password, SecureRandom random) {
    return user.contains(":") ? "invalid username: " + user : user + ":" + bcrypt(password, random);
  }

  /** The password for a site by the method of "Master Password". */
  public static String derive(
      long counter, String type, String password, String user, String site) {
    var templates = TEMPLATES.get(type);
    if (templates == null) {
      return "cannot find password template " + type;
    }
    byte[] salt = seed(user, 0).array();
    byte[] key = SCrypt.generate(GoStrings.encode(password), salt, 32_768, 8, 2, 64);
    byte[] seed = mac(key, seed(site, 4).putInt((int) counter).array());
    var template = templates.get((seed[0] & 0xFF) % templates.size());
    var out = new StringBuilder(template.length());
    for (int i = 0; i < template.length(); i++) {
      var characters = characters(template.charAt(i));
      out.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
    }
    return out.toString();
  }

  private static ByteBuffer seed(String text, int more) {
    byte[] start = SEED.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = GoStrings.encode(text);
    var buffer = ByteBuffer.allocate(start.length + 4 + bytes.length + more);
    return buffer.put(start).putInt(bytes.length).put(bytes);
  }

  private static byte[] mac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String characters(char kind) {
    return switch (kind) {
      case 'V' -> "AEIOU";
      case 'C' -> "BCDFGHJKLMNPQRSTVWXYZ";
      case 'v' -> "aeiou";
      case 'c' -> "bcdfghjklmnpqrstvwxyz";
      case 'a' -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
      case 'n' -> "0123456789";
      case 'o' -> "@&%?,=[]_:-+*$#!'^~;()/.";
      default -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()";
    };
  }
}
