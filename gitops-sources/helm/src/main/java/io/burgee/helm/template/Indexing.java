package io.burgee.helm.template;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code index}, {@code slice} and {@code len}. */
final class Indexing {
  private Indexing() {}

  static @Nullable Object index(@Nullable Object item, List<@Nullable Object> indexes) {
    if (item == null) {
      throw new GoException("index of untyped nil");
    }
    @Nullable Object at = item;
    for (var index : indexes) {
      if (at == null) {
        throw new GoException("index of nil pointer");
      }
      at = one(at, index);
    }
    return at;
  }

  private static @Nullable Object one(Object item, @Nullable Object index) {
    return switch (item) {
      case List<?> list -> list.get(position(index, list.size(), "slice"));
      case byte[] bytes ->
          GoInteger.of(GoType.UINT8, bytes[position(index, bytes.length, "slice")] & 0xFF);
      case String text -> {
        byte[] bytes = GoStrings.encode(text);
        yield GoInteger.of(GoType.UINT8, bytes[position(index, bytes.length, "string")] & 0xFF);
      }
      case Map<?, ?> map -> entry(map, index);
      default -> throw new GoException("can't index item of type " + name(item));
    };
  }

  private static @Nullable Object entry(Map<?, ?> map, @Nullable Object key) {
    if (key == null) {
      throw new GoException("value is nil; should be of type string");
    }
    if (!(key instanceof String)) {
      throw new GoException("value has type " + name(key) + "; should be string");
    }
    Object value = map.get(key);
    var element = map instanceof GoTyped typed ? typed.type().element() : null;
    return value == null && element != null ? Zero.of(element) : value;
  }

  /** An index below the length. */
  private static int position(@Nullable Object index, int length, String what) {
    int position = bound(index, length);
    if (position == length) {
      throw new GoException("reflect: " + what + " index out of range");
    }
    return position;
  }

  /** An index up to the length. */
  private static int bound(@Nullable Object index, int length) {
    long position =
        switch (index) {
          case null -> throw new GoException("cannot index slice/array with nil");
          case Long number -> number;
          case GoInteger number -> number.bits();
          default -> throw new GoException("cannot index slice/array with type " + name(index));
        };
    if (position < 0 || position > length) {
      throw new GoException("index out of range: " + position);
    }
    return (int) position;
  }

  static Object slice(@Nullable Object item, List<@Nullable Object> indexes) {
    if (item == null) {
      throw new GoException("slice of untyped nil");
    }
    if (indexes.size() > 3) {
      throw new GoException("too many slice indexes: " + indexes.size());
    }
    if (item instanceof String && indexes.size() == 3) {
      throw new GoException("cannot 3-index slice a string");
    }
    int length = length(item, "can't slice item of type ");
    int[] bounds = {0, length, length};
    for (int i = 0; i < indexes.size(); i++) {
      bounds[i] = bound(indexes.get(i), length);
    }
    ordered(bounds[0], bounds[1]);
    if (indexes.size() == 3) {
      ordered(bounds[1], bounds[2]);
    }
    return part(item, bounds[0], bounds[1]);
  }

  private static void ordered(int from, int to) {
    if (from > to) {
      throw new GoException("invalid slice index: " + from + " > " + to);
    }
  }

  private static Object part(Object item, int from, int to) {
    return switch (item) {
      case String text -> GoStrings.slice(text, from, to);
      case byte[] bytes -> Arrays.copyOfRange(bytes, from, to);
      case GoSlice slice -> GoSlice.of(slice.type(), slice.subList(from, to));
      case List<?> list -> list.subList(from, to);
      default -> throw new GoException("can't slice item of type " + name(item));
    };
  }

  static long length(@Nullable Object boxed) {
    if (boxed == null) {
      throw new GoException("reflect: call of reflect.Value.Type on zero Value");
    }
    var item = Boxed.open(boxed);
    if (item == null) {
      throw new GoException("len of nil pointer");
    }
    return item instanceof Map<?, ?> map ? map.size() : length(item, "len of type ");
  }

  private static int length(Object item, String refusal) {
    return switch (item) {
      case String text -> GoStrings.length(text);
      case byte[] bytes -> bytes.length;
      case List<?> list -> list.size();
      default -> throw new GoException(refusal + name(item));
    };
  }

  private static String name(Object value) {
    var type = GoType.of(value);
    return type == null ? "nil" : type.name();
  }
}
