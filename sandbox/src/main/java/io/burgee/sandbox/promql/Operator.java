package io.burgee.sandbox.promql;

import java.util.Arrays;
import java.util.Optional;

/** Binary operators; a higher level binds tighter. */
enum Operator {
  OR("or", 1),
  AND("and", 2),
  UNLESS("unless", 2),
  EQUAL("==", 3),
  NOT_EQUAL("!=", 3),
  LESS("<", 3),
  LESS_OR_EQUAL("<=", 3),
  GREATER(">", 3),
  GREATER_OR_EQUAL(">=", 3),
  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5),
  MODULO("%", 5),
  POWER("^", 7);

  /** A sign binds tighter than a product and looser than a power. */
  static final int SIGN_LEVEL = 6;

  private final String symbol;
  private final int level;

  Operator(String symbol, int level) {
    this.symbol = symbol;
    this.level = level;
  }

  String symbol() {
    return symbol;
  }

  int level() {
    return level;
  }

  boolean isSet() {
    return level <= 2;
  }

  boolean isComparison() {
    return level == 3;
  }

  boolean isRightAssociative() {
    return this == POWER;
  }

  static Optional<Operator> of(Token token) {
    return Arrays.stream(values())
        .filter(op -> token.isSymbol(op.symbol) || (op.isSet() && token.isWord(op.symbol)))
        .findFirst();
  }

  /** A comparison gives 1 or 0; set operators have no value of their own. */
  double apply(double left, double right) {
    return switch (this) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case MODULO -> left % right;
      case POWER -> Math.pow(left, right);
      case EQUAL -> truth(left == right);
      case NOT_EQUAL -> truth(left != right);
      case LESS -> truth(left < right);
      case LESS_OR_EQUAL -> truth(left <= right);
      case GREATER -> truth(left > right);
      case GREATER_OR_EQUAL -> truth(left >= right);
      case OR, AND, UNLESS -> throw new IllegalStateException(symbol + " joins sets, not numbers");
    };
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }
}
