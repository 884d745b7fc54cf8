package io.burgee.helm.function;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as lists, for functions that take slices of any type. */
final class Lists {
  private Lists() {}

  /**
   * The items.
   *
   * @param refusal what the error says before the kind that isn't a list
   */
  @SuppressWarnings("unchecked") // any value may be in a list
  static List<@Nullable Object> items(@Nullable Object value, String refusal) {
    return switch (value) {
      case List<?> list -> (List<@Nullable Object>) list;
      case byte[] bytes -> bytes(bytes);
      case null ->
          throw new GoException("runtime error: invalid memory address or nil pointer dereference");
      default -> throw new GoException(refusal + GoType.kind(value).text());
    };
  }

  static boolean isList(@Nullable Object value) {
    return value instanceof List<?> || value instanceof byte[];
  }

  private static List<@Nullable Object> bytes(byte[] bytes) {
    var list = new ArrayList<@Nullable Object>(bytes.length);
    for (byte each : bytes) {
      list.add(GoInteger.of(GoType.UINT8, each & 0xFF));
    }
    return list;
  }

  /** Texts of all items that are something; of what is no list, its own. */
  static List<String> texts(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!isList(value)) {
      return List.of(Casts.text(value));
    }
    var texts = new ArrayList<String>();
    long length = 0;
    for (var item : items(value, "")) {
      if (item != null) {
        var text = Casts.text(item);
        length += text.length();
        Meter.requireShort(length);
        texts.add(text);
      }
    }
    return texts;
  }

  static GoSlice integers(List<Long> items) {
    return GoSlice.of(GoType.INTS, items);
  }
}
