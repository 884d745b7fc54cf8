package io.burgee.sandbox.promql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions known here, with what they take and give. */
enum Function {
  RATE,
  INCREASE,
  HISTOGRAM_QUANTILE,
  VECTOR,
  SCALAR;

  Expr.Type returns() {
    return this == SCALAR ? Expr.Type.SCALAR : Expr.Type.VECTOR;
  }

  List<Expr.Type> takes() {
    return switch (this) {
      case RATE, INCREASE -> List.of(Expr.Type.MATRIX);
      case HISTOGRAM_QUANTILE -> List.of(Expr.Type.SCALAR, Expr.Type.VECTOR);
      case VECTOR -> List.of(Expr.Type.SCALAR);
      case SCALAR -> List.of(Expr.Type.VECTOR);
    };
  }

  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Function> named(String name) {
    return Arrays.stream(values()).filter(function -> function.shown().equals(name)).findFirst();
  }
}
