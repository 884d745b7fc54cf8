package io.burgee.helm.crypto;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoStrings;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Texts by AES with 256 bits in chained blocks; the key is the password, filled up or cut. */
public final class Aes {
  private static final int KEY = 32;
  private static final int BLOCK = 16;

  private Aes() {}

  public static String encrypt(String password, String text, SecureRandom random) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] content = GoStrings.encode(text);
    int padding = BLOCK - content.length % BLOCK;
    byte[] padded = Arrays.copyOf(content, content.length + padding);
    Arrays.fill(padded, content.length, padded.length, (byte) padding);
    var start = new byte[BLOCK];
    random.nextBytes(start);
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, password, start, padded);
    byte[] all = Arrays.copyOf(start, BLOCK + encrypted.length);
    System.arraycopy(encrypted, 0, all, BLOCK, encrypted.length);
    return Base64.getEncoder().encodeToString(all);
  }

  /**
   * What was encrypted with that password.
   *
   * @param all base64 of the first block and the content
   * @throws GoException if it isn't; with another password it may be, or give another text
   */
  public static String decrypt(String password, byte[] all, int capacity) {
    if (all.length < BLOCK) {
      throw new GoException(
          "runtime error: slice bounds out of range [:16] with capacity " + capacity);
    }
    byte[] start = Arrays.copyOf(all, BLOCK);
    byte[] content = Arrays.copyOfRange(all, BLOCK, all.length);
    if (content.length % BLOCK != 0) {
      throw new GoException("crypto/cipher: input not full blocks");
    }
    if (content.length == 0) {
      throw new GoException("runtime error: index out of range [-1]");
    }
    byte[] text = run(Cipher.DECRYPT_MODE, password, start, content);
    int length = text.length - (text[text.length - 1] & 0xFF);
    if (length < 0) {
      throw new GoException("runtime error: slice bounds out of range [:" + length + "]");
    }
    return GoStrings.decode(Arrays.copyOf(text, length));
  }

  private static byte[] run(int mode, String password, byte[] start, byte[] content) {
    try {
      var cipher = Cipher.getInstance("AES/CBC/NoPadding");
      byte[] key = Arrays.copyOf(GoStrings.encode(password), KEY);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it, and all lengths fit
    }
  }
}
