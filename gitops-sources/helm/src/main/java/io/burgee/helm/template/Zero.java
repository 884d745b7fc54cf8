package io.burgee.helm.template;

import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import org.jspecify.annotations.Nullable;

/** The zero values of Go's types. */
final class Zero {
  private Zero() {}

  static @Nullable Object of(GoType type) {
    return switch (type.kind()) {
      case BOOL -> false;
      case STRING -> "";
      case INT -> 0L;
      case FLOAT64 -> 0.0;
      case SLICE -> type.equals(GoType.BYTES) ? new byte[0] : GoSlice.nil(type);
      case MAP -> GoMap.nil(type);
      case INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64 -> GoInteger.of(type, 0);
      default -> null;
    };
  }

  /** Whether nil is a value of that type. */
  static boolean canBeNil(GoType type) {
    return switch (type.kind()) {
      case INTERFACE, MAP, SLICE, PTR, FUNC -> true;
      default -> false;
    };
  }
}
