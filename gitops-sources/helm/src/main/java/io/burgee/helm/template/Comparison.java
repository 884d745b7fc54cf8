package io.burgee.helm.template;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code eq} and its like. Numbers of different types can't be compared; integers can. */
final class Comparison {
  private enum Basic {
    NONE,
    BOOL,
    INT,
    UINT,
    FLOAT,
    STRING
  }

  private Comparison() {}

  /** Whether the first one equals one of the others. */
  static boolean equal(@Nullable Object first, List<@Nullable Object> others) {
    if (others.isEmpty()) {
      throw new GoException("missing argument for comparison");
    }
    for (var other : others) {
      if (equal(first, other)) {
        return true;
      }
    }
    return false;
  }

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    var a = basic(left);
    var b = basic(right);
    if (a != b) {
      if ((a == Basic.INT && b == Basic.UINT) || (a == Basic.UINT && b == Basic.INT)) {
        long signed = bits(a == Basic.INT ? left : right);
        return signed >= 0 && bits(left) == bits(right);
      }
      if (left != null && right != null) {
        throw incompatible(left, right);
      }
      return false;
    }
    return switch (a) {
      case BOOL, STRING, FLOAT ->
          Objects.equals(left, right)
              || (left instanceof Double x && right instanceof Double y && x.doubleValue() == y);
      case INT, UINT -> bits(left) == bits(right);
      case NONE -> same(left, right);
    };
  }

  private static boolean same(@Nullable Object left, @Nullable Object right) {
    var a = GoType.kind(left);
    var b = GoType.kind(right);
    if (a != b && a != Kind.INVALID && b != Kind.INVALID) {
      throw new GoException(
          GoFormat.sprintf("non-comparable types %s: ", Arrays.asList(left))
              + name(left)
              + ", "
              + name(right)
              + ": "
              + GoFormat.text(right));
    }
    if (left == null || right == null || isNil(left) || isNil(right)) {
      return isNil(left) == isNil(right);
    }
    if (right instanceof List<?> || right instanceof Map<?, ?> || right instanceof byte[]) {
      throw new GoException(
          GoFormat.sprintf("non-comparable type %s: ", List.of(right)) + name(right));
    }
    return left.equals(right);
  }

  private static boolean isNil(@Nullable Object value) {
    return value == null
        || (value instanceof GoSlice slice && slice.isNil())
        || (value instanceof GoMap map && map.isNil());
  }

  static boolean less(@Nullable Object left, @Nullable Object right) {
    var a = basic(left);
    var b = basic(right);
    if (a == Basic.NONE || b == Basic.NONE) {
      throw badType();
    }
    if (a != b) {
      if (a == Basic.INT && b == Basic.UINT) {
        return bits(left) < 0 || Long.compareUnsigned(bits(left), bits(right)) < 0;
      }
      if (a == Basic.UINT && b == Basic.INT) {
        return bits(right) >= 0 && Long.compareUnsigned(bits(left), bits(right)) < 0;
      }
      throw incompatible(Objects.requireNonNull(left), Objects.requireNonNull(right));
    }
    return switch (a) {
      case FLOAT -> (Double) Objects.requireNonNull(left) < (Double) Objects.requireNonNull(right);
      case INT -> bits(left) < bits(right);
      case UINT -> Long.compareUnsigned(bits(left), bits(right)) < 0;
      case STRING -> GoStrings.ORDER.compare(String.valueOf(left), String.valueOf(right)) < 0;
      case BOOL, NONE -> throw badType();
    };
  }

  static boolean lessOrEqual(@Nullable Object left, @Nullable Object right) {
    return less(left, right) || equal(left, right);
  }

  private static GoException badType() {
    return new GoException("invalid type for comparison");
  }

  private static GoException incompatible(Object left, Object right) {
    return new GoException(
        "incompatible types for comparison: " + name(left) + " and " + name(right));
  }

  private static String name(@Nullable Object value) {
    var type = GoType.of(value);
    return type == null ? "<nil>" : type.name();
  }

  private static long bits(@Nullable Object number) {
    return number instanceof GoInteger integer
        ? integer.bits()
        : (Long) Objects.requireNonNull(number);
  }

  private static Basic basic(@Nullable Object value) {
    var kind = GoType.kind(value);
    if (kind.isSigned()) {
      return Basic.INT;
    }
    if (kind.isUnsigned()) {
      return Basic.UINT;
    }
    return switch (kind) {
      case BOOL -> Basic.BOOL;
      case FLOAT64, FLOAT32 -> Basic.FLOAT;
      case STRING -> Basic.STRING;
      default -> Basic.NONE;
    };
  }
}
