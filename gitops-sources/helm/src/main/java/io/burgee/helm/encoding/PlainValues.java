package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoTyped;
import io.burgee.yaml.ValueWriter;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values are to JSON: strings are text, bytes are base64, structs are maps. */
final class PlainValues implements ValueWriter.Values {
  private final @Nullable Meter meter;

  PlainValues(@Nullable Meter meter) {
    this.meter = meter;
  }

  @Override
  public @Nullable Object plain(@Nullable Object value, int written) {
    count(meter, written);
    return switch (value) {
      case null -> null;
      case String text -> JsonCodec.valid(text);
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case GoInteger integer -> number(integer);
      case List<?> list -> JsonCodec.isNil(list) ? null : list;
      case GoMap map when map.isNil() -> null;
      case Map<?, ?> map -> map;
      case GoTyped typed -> plain(typed.json(), written);
      default -> value;
    };
  }

  /** One step, and an end where the text is longer than a string may be. */
  static void count(@Nullable Meter meter, int written) {
    if (meter != null) {
      meter.step();
      if (written > meter.limits().string()) {
        meter.string(written);
      }
    }
  }

  static Number number(GoInteger integer) {
    if (integer.bits() < 0 && integer.type().kind().isUnsigned()) {
      return new BigInteger(Long.toUnsignedString(integer.bits()));
    }
    return integer.bits();
  }
}
