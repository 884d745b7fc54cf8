package io.burgee.sandbox.promql;

import java.time.Duration;
import java.util.List;

/** A parsed query. Types are checked by the parser: an evaluator meets only sound trees. */
sealed interface Expr {
  enum Type {
    SCALAR("scalar"),
    VECTOR("instant vector"),
    MATRIX("range vector");

    private final String shown;

    Type(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  Type type();

  record Literal(double value) implements Expr {
    @Override
    public Type type() {
      return Type.SCALAR;
    }
  }

  record Selector(List<LabelMatcher> matchers, Duration offset) implements Expr {
    @Override
    public Type type() {
      return Type.VECTOR;
    }

    boolean matches(Labels labels) {
      return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
  }

  record Range(Selector selector, Duration length) implements Expr {
    @Override
    public Type type() {
      return Type.MATRIX;
    }
  }

  record Call(Function function, List<Expr> arguments) implements Expr {
    @Override
    public Type type() {
      return function.returns();
    }
  }

  record Aggregation(Aggregate aggregate, Grouping grouping, Expr of) implements Expr {
    @Override
    public Type type() {
      return Type.VECTOR;
    }
  }

  /** {@code returnBool}: a comparison that answers 0 or 1 instead of filtering. */
  record Binary(Operator operator, boolean returnBool, Grouping matching, Expr left, Expr right)
      implements Expr {
    @Override
    public Type type() {
      return left.type() == Type.SCALAR && right.type() == Type.SCALAR ? Type.SCALAR : Type.VECTOR;
    }
  }

  record Negation(Expr of) implements Expr {
    @Override
    public Type type() {
      return of.type();
    }
  }

  /** Which labels make a group: only those named, or all but those named and the metric's name. */
  record Grouping(boolean only, List<String> labels) {
    static final Grouping ALL_LABELS = new Grouping(false, List.of());
    static final Grouping ONE_GROUP = new Grouping(true, List.of());

    Labels group(Labels of) {
      return only ? of.keep(labels) : of.drop(labels).dropName();
    }
  }
}
