package io.burgee.kube;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short hashes of content. */
public final class Checksums {
  private static final int BYTES = 8;

  private Checksums() {}

  /**
   * What Flagger writes to {@code status.trackedConfigs}: 16 hex digits.
   *
   * @param data a ConfigMap's values, or a Secret's in base64
   */
  public static String ofData(@Nullable Map<String, String> data) {
    return of(GoJson.write(data));
  }

  /** The first 8 bytes of the text's SHA-256 in hex. */
  public static String of(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
