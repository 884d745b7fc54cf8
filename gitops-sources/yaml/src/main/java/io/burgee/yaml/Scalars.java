package io.burgee.yaml;

import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar is worth. The real tool writes a node with its tag and style and reads that again
 * before it makes JSON of it; this is the outcome of both steps.
 */
public final class Scalars {
  private Scalars() {}

  /**
   * The value: a String, Long, BigInteger (2^63 and above, below 2^64), Double (infinite ones and
   * NaN included), Boolean, or null.
   *
   * @throws YamlException if the text can't be of the type that the tag says
   */
  public static @Nullable Object value(ScalarNode scalar) {
    String text = scalar.text();
    return switch (scalar.tag()) {
      case STRING -> scalar.style() == Style.DOUBLE_QUOTED ? text : AsWritten.reread(scalar);
      case NULL -> {
        require(Resolver.tag(text, Dialect.KUSTOMIZE) == Tag.NULL, text, Tag.NULL);
        yield null;
      }
      case BOOL -> {
        require(Resolver.tag(text, Dialect.KUSTOMIZE) == Tag.BOOL, text, Tag.BOOL);
        yield Resolver.truth(text);
      }
      case INT -> integer(text);
      case FLOAT -> real(text);
      case TIMESTAMP -> {
        String time = Timestamps.rfc3339(text);
        require(time != null, text, Tag.TIMESTAMP);
        yield time;
      }
      case BINARY -> binary(text);
    };
  }

  /**
   * The value of a scalar that was written inside of brackets or braces: the real tool quotes there
   * what is empty or has a colon in it, so these are strings.
   */
  static @Nullable Object value(ScalarNode scalar, boolean flow) {
    if (flow && scalar.tag() == Tag.STRING) {
      return scalar.text();
    }
    if (flow && scalar.style() == Style.PLAIN) {
      Tag tag = scalar.tag();
      String text = scalar.text();
      boolean quoted =
          (tag == Tag.NULL && text.isEmpty())
              || (tag == Tag.TIMESTAMP && text.indexOf(':') >= 0 && Timestamps.valid(text));
      if (quoted) {
        return text;
      }
    }
    return value(scalar);
  }

  private static Number integer(String text) {
    Number number = Timestamps.valid(text) ? null : GoNumbers.parse(text);
    if (number == null || number instanceof Double) {
      throw mismatch(text, Tag.INT);
    }
    return number;
  }

  private static Double real(String text) {
    if (Resolver.nan(text)) {
      return Double.NaN;
    }
    if (Resolver.infinite(text)) {
      return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    Number number = Timestamps.valid(text) ? null : GoNumbers.parse(text);
    if (number == null || number instanceof BigInteger) {
      throw mismatch(text, Tag.FLOAT);
    }
    return number.doubleValue();
  }

  /** Bytes that are no UTF-8 become replacement characters, one each. */
  private static String binary(String text) {
    String joined = text.replace("\n", "").replace("\r", "");
    byte[] bytes;
    try {
      if (joined.length() % 4 != 0) {
        throw new IllegalArgumentException("no padding");
      }
      bytes = Base64.getDecoder().decode(joined);
    } catch (IllegalArgumentException e) {
      throw new YamlException("yaml: !!binary value contains invalid base64 data", e);
    }
    return Utf8.decode(bytes);
  }

  private static void require(boolean condition, String text, Tag tag) {
    if (!condition) {
      throw mismatch(text, tag);
    }
  }

  static YamlException mismatch(String text, Tag tag) {
    Tag found = Resolver.tag(text, Dialect.KUSTOMIZE);
    return new YamlException(
        "yaml: cannot decode " + shortName(found) + " `" + text + "` as a " + shortName(tag));
  }

  static String shortName(Tag tag) {
    return switch (tag) {
      case STRING -> "!!str";
      case INT -> "!!int";
      case FLOAT -> "!!float";
      case BOOL -> "!!bool";
      case NULL -> "!!null";
      case TIMESTAMP -> "!!timestamp";
      case BINARY -> "!!binary";
    };
  }
}
