package io.burgee.sandbox.promql;

import java.util.List;

/** What goes with what; the messages are those a Prometheus user knows. */
final class TypeCheck {
  private TypeCheck() {}

  static void sign(Token sign, Expr of) {
    if (of.type() == Expr.Type.MATRIX) {
      throw PromqlException.parse(
          sign.offset(),
          "unary expression only allowed on expressions of type scalar or instant vector, got "
              + "\"range vector\"");
    }
  }

  static void argument(Token name, String where, Expr.Type wanted, Expr got) {
    if (got.type() != wanted) {
      throw PromqlException.parse(
          name.offset(),
          "expected type %s in %s, got %s".formatted(wanted.shown(), where, got.type().shown()));
    }
  }

  static void call(Token name, Function function, List<Expr> arguments) {
    var takes = function.takes();
    if (takes.size() != arguments.size()) {
      throw PromqlException.parse(
          name.offset(),
          "expected %d argument(s) in call to \"%s\", got %d"
              .formatted(takes.size(), function.shown(), arguments.size()));
    }
    for (int i = 0; i < takes.size(); i++) {
      var where = "call to function \"" + function.shown() + "\"";
      argument(name, where, takes.get(i), arguments.get(i));
    }
  }

  static void binary(Token token, Operator operator, boolean bool, Expr left, Expr right) {
    if (left.type() == Expr.Type.MATRIX || right.type() == Expr.Type.MATRIX) {
      throw PromqlException.parse(
          token.offset(), "binary expression must contain only scalar and instant vector types");
    }
    boolean scalars = left.type() == Expr.Type.SCALAR && right.type() == Expr.Type.SCALAR;
    boolean anyScalar = left.type() == Expr.Type.SCALAR || right.type() == Expr.Type.SCALAR;
    if (bool && !operator.isComparison()) {
      throw PromqlException.parse(
          token.offset(), "bool modifier can only be used on comparison operators");
    }
    if (operator.isComparison() && scalars && !bool) {
      throw PromqlException.parse(
          token.offset(), "comparisons between scalars must use BOOL modifier");
    }
    if (operator.isSet() && anyScalar) {
      throw PromqlException.parse(
          token.offset(),
          "set operator \"" + operator.symbol() + "\" not allowed in binary scalar expression");
    }
  }
}
