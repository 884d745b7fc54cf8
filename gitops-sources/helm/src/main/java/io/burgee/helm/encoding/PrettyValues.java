package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.time.GoTime;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import io.burgee.yaml.ValueWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values are to go-yaml's third version if no JSON is between. */
final class PrettyValues implements ValueWriter.Values {
  private final @Nullable Meter meter;

  PrettyValues(@Nullable Meter meter) {
    this.meter = meter;
  }

  @Override
  public @Nullable Object plain(@Nullable Object value, int written) {
    PlainValues.count(meter, written);
    return switch (value) {
      case null -> null;
      case String text -> text(text);
      case byte[] bytes -> numbers(bytes);
      case GoInteger integer ->
          integer.text() != null && integer.type().name().equals("time.Duration")
              ? integer.text()
              : PlainValues.number(integer);
      case GoSlice slice -> slice.isNil() ? List.of() : slice;
      case List<?> list -> list;
      case Map<?, ?> map -> map;
      case GoTime time ->
          new ScalarNode(
              time.format("2006-01-02T15:04:05.999999999Z07:00"), Tag.TIMESTAMP, Style.PLAIN);
      case GoTyped typed -> struct(typed, written);
      default -> value;
    };
  }

  private @Nullable Object struct(GoTyped typed, int written) {
    Object json = typed.json();
    if (json instanceof Map<?, ?> map) {
      return new StructFields(map, name -> name.toLowerCase(Locale.ROOT));
    }
    return plain(json, written);
  }

  /** Bytes that are no text are written as such. */
  private static Object text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !JsonCodec.valid(text).equals(text)) {
        var base64 = Base64.getEncoder().encodeToString(GoStrings.encode(text));
        return new ScalarNode(base64, Tag.BINARY, Style.PLAIN);
      }
    }
    return text;
  }

  private static List<Object> numbers(byte[] bytes) {
    var list = new ArrayList<>(bytes.length);
    for (byte each : bytes) {
      list.add((Object) PlainValues.number(GoInteger.of(GoType.UINT8, each & 0xFF)));
    }
    return list;
  }
}
