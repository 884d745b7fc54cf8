package io.burgee.sandbox.promql;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The aggregations known here. */
enum Aggregate {
  SUM,
  AVG,
  MAX,
  MIN,
  COUNT;

  static Optional<Aggregate> named(Token token) {
    return Arrays.stream(values()).filter(one -> token.isWord(one.name())).findFirst();
  }

  /** {@code values} has at least one element. */
  double of(double[] values) {
    return switch (this) {
      case SUM -> fold(values, Double::sum);
      case AVG -> fold(values, Double::sum) / values.length;
      case MAX -> fold(values, (a, b) -> b > a || Double.isNaN(a) ? b : a);
      case MIN -> fold(values, (a, b) -> b < a || Double.isNaN(a) ? b : a);
      case COUNT -> values.length;
    };
  }

  private static double fold(double[] values, DoubleBinaryOperator step) {
    double result = values[0];
    for (int i = 1; i < values.length; i++) {
      result = step.applyAsDouble(result, values[i]);
    }
    return result;
  }
}
