package io.burgee.sandbox.promql;

import io.burgee.sandbox.promql.Value.Element;
import io.burgee.sandbox.promql.Value.Matrix;
import io.burgee.sandbox.promql.Value.Scalar;
import io.burgee.sandbox.promql.Value.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Answers a query as of one moment. */
public final class Evaluator {
  /** How old the newest sample of a series may be for an instant vector. */
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  private final SeriesSource source;
  private final Instant now;

  private Evaluator(SeriesSource source, Instant now) {
    this.source = source;
    this.now = now;
  }

  /**
   * The answer to {@code query} at {@code now}.
   *
   * @throws PromqlException when {@code query} doesn't parse, or its parts don't fit the data
   */
  public static Value query(String query, SeriesSource source, Instant now) {
    return new Evaluator(source, now).value(Parser.parse(query));
  }

  private Value value(Expr expr) {
    return switch (expr) {
      case Expr.Literal(var number) -> new Scalar(number);
      case Expr.Selector selector -> instant(selector);
      case Expr.Range range -> new Matrix(window(range));
      case Expr.Call call -> call(call);
      case Expr.Aggregation aggregation -> aggregate(aggregation);
      case Expr.Binary binary ->
          BinaryOperation.apply(binary, value(binary.left()), value(binary.right()));
      case Expr.Negation(var of) -> negate(value(of));
    };
  }

  private Vector instant(Expr.Selector selector) {
    var to = now.minus(selector.offset());
    var elements = new ArrayList<Element>();
    for (var series : source.select(selector::matches, to.minus(LOOKBACK), to)) {
      if (!series.points().isEmpty() && !series.points().getLast().stale()) {
        elements.add(new Element(series.labels(), series.points().getLast().value()));
      }
    }
    return new Vector(elements);
  }

  private List<Series> window(Expr.Range range) {
    var to = now.minus(range.selector().offset());
    return source.select(range.selector()::matches, to.minus(range.length()), to);
  }

  private Value call(Expr.Call call) {
    var arguments = call.arguments();
    return switch (call.function()) {
      case RATE -> increase(arguments.getFirst(), true);
      case INCREASE -> increase(arguments.getFirst(), false);
      case HISTOGRAM_QUANTILE -> quantile(scalar(arguments.get(0)), vector(arguments.get(1)));
      case VECTOR -> new Vector(List.of(new Element(Labels.NONE, scalar(arguments.getFirst()))));
      case SCALAR -> {
        var elements = vector(arguments.getFirst()).elements();
        yield new Scalar(elements.size() == 1 ? elements.getFirst().value() : Double.NaN);
      }
    };
  }

  private Vector increase(Expr argument, boolean perSecond) {
    var range = (Expr.Range) argument;
    var to = now.minus(range.selector().offset());
    double seconds = perSecond ? range.length().toMillis() / 1000.0 : 1;
    var elements = new ArrayList<Element>();
    for (var series : window(range)) {
      Rate.increase(series.points(), to.minus(range.length()), to)
          .ifPresent(
              grown -> elements.add(new Element(series.labels().dropName(), grown / seconds)));
    }
    return new Vector(elements);
  }

  private static Vector quantile(double quantile, Vector buckets) {
    var groups = new LinkedHashMap<Labels, List<Quantile.Bucket>>();
    for (var element : buckets.elements()) {
      var upper = bound(element.labels().get("le"));
      if (!Double.isNaN(upper)) {
        groups
            .computeIfAbsent(
                element.labels().drop(List.of("le", Labels.NAME)), _ -> new ArrayList<>())
            .add(new Quantile.Bucket(upper, element.value()));
      }
    }
    var elements = new ArrayList<Element>();
    groups.forEach(
        (labels, group) -> elements.add(new Element(labels, Quantile.of(quantile, group))));
    return new Vector(elements);
  }

  /** NaN for what is no bound: such series take no part. */
  private static double bound(String le) {
    try {
      return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private Vector aggregate(Expr.Aggregation aggregation) {
    var groups = new LinkedHashMap<Labels, List<Double>>();
    for (var element : vector(aggregation.of()).elements()) {
      groups
          .computeIfAbsent(aggregation.grouping().group(element.labels()), _ -> new ArrayList<>())
          .add(element.value());
    }
    var elements = new ArrayList<Element>();
    groups.forEach(
        (labels, values) -> {
          var numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
          elements.add(new Element(labels, aggregation.aggregate().of(numbers)));
        });
    return new Vector(elements);
  }

  private static Value negate(Value value) {
    return switch (value) {
      case Scalar(var number) -> new Scalar(-number);
      case Vector(var elements) ->
          new Vector(
              elements.stream()
                  .map(element -> new Element(element.labels().dropName(), -element.value()))
                  .toList());
      case Matrix _ -> throw new IllegalStateException("the parser lets no range be negated");
    };
  }

  private double scalar(Expr expr) {
    return ((Scalar) value(expr)).value();
  }

  private Vector vector(Expr expr) {
    return (Vector) value(expr);
  }
}
