package io.burgee.sandbox.promql;

import java.util.List;

/** What a query gives. An empty vector is an answer: nothing matched. */
public sealed interface Value {
  record Scalar(double value) implements Value {}

  record Vector(List<Element> elements) implements Value {
    public Vector {
      elements = List.copyOf(elements);
    }
  }

  /** A range of samples for each series; answers only a bare range selector. */
  record Matrix(List<Series> series) implements Value {
    public Matrix {
      series = List.copyOf(series);
    }
  }

  record Element(Labels labels, double value) {}
}
