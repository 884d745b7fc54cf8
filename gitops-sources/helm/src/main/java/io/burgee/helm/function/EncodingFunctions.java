package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.value.GoStrings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;

/** Base 64 and 32, and checksums. */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static void addTo(FunctionTable table) {
    table.add(
        "b64enc",
        List.of(STRING),
        a -> Base64.getEncoder().encodeToString(GoStrings.encode(a.string(0))));
    table.add("b64dec", List.of(STRING), a -> Base64Text.decode(a.string(0)));
    table.add("b32enc", List.of(STRING), a -> Base32.encode(GoStrings.encode(a.string(0))));
    table.add("b32dec", List.of(STRING), a -> Base32.decode(a.string(0)));
    table.add("sha1sum", List.of(STRING), a -> digest("SHA-1", a.string(0)));
    table.add("sha256sum", List.of(STRING), a -> digest("SHA-256", a.string(0)));
    table.add("sha512sum", List.of(STRING), a -> digest("SHA-512", a.string(0)));
    table.add("adler32sum", List.of(STRING), a -> adler32(a.string(0)));
  }

  private static String digest(String algorithm, String text) {
    try {
      var digest = MessageDigest.getInstance(algorithm).digest(GoStrings.encode(text));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has these
    }
  }

  private static String adler32(String text) {
    var sum = new Adler32();
    sum.update(GoStrings.encode(text));
    return Long.toString(sum.getValue());
  }
}
