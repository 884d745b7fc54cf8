package io.burgee.yaml;

import java.math.BigInteger;

/** Helm makes strings of keys that are none. */
final class HelmKeys {
  private HelmKeys() {}

  static void toString(ScalarNode key) {
    if (key.tag() == Tag.STRING) {
      return;
    }
    Object value = Scalars.value(key);
    switch (value) {
      case null -> throw new YamlException("unsupported map key of type: %!s(<nil>), key: <nil>");
      case BigInteger large ->
          throw new YamlException("unsupported map key of type: uint64, key: " + large);
      case Double real -> key.text(real(real));
      default -> key.text(value.toString());
    }
    key.tag(Tag.STRING);
    key.style(Style.DOUBLE_QUOTED);
  }

  /** With the precision of 32 bits, as the real library has it. */
  private static String real(double value) {
    float narrow = (float) value;
    if (Float.isNaN(narrow)) {
      return ".nan";
    }
    if (Float.isInfinite(narrow)) {
      return narrow > 0 ? ".inf" : "-.inf";
    }
    var out = new StringBuilder();
    GoNumbers.append(out, Double.parseDouble(Float.toString(narrow)), -4, 6);
    return out.toString();
  }
}
