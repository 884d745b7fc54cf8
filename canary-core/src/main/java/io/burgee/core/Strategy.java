package io.burgee.core;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a candidate gets its traffic: a list of steps, each judged for at least one interval. */
public sealed interface Strategy {

  /** Never empty. */
  List<Traffic> steps();

  /** The reference's label value for this strategy. */
  String label();

  /** What the event says when step {@code number} (from 1) begins. */
  String announce(String canary, int number);

  /** The share rises by weights. */
  record Weighted(List<Weight> weights) implements Strategy {
    public Weighted {
      weights = List.copyOf(weights);
      if (weights.isEmpty()) {
        throw new IllegalArgumentException("a weighted canary needs at least one weight");
      }
      for (int i = 0; i < weights.size(); i++) {
        int above = i == 0 ? 0 : weights.get(i - 1).percent();
        if (weights.get(i).percent() <= above) {
          throw new IllegalArgumentException("weights must rise from above 0: " + weights);
        }
      }
    }

    /** Equal steps up to {@code max}, the last one cut so that {@code max} is never exceeded. */
    public static Weighted linear(int step, Weight max) {
      var below =
          IntStream.iterate(step, w -> w < max.percent(), w -> w + step).mapToObj(Weight::new);
      return new Weighted(Stream.concat(below, Stream.of(max)).toList());
    }

    @Override
    public List<Traffic> steps() {
      return weights.stream().map(Traffic::of).toList();
    }

    @Override
    public String label() {
      return "canary";
    }

    @Override
    public String announce(String canary, int number) {
      return "Advance " + canary + " canary weight " + weights.get(number - 1).percent();
    }
  }

  /** The candidate is judged for some intervals without users' traffic, then promoted. */
  record BlueGreen(int iterations) implements Strategy {
    public BlueGreen {
      if (iterations < 1) {
        throw new IllegalArgumentException("iterations " + iterations + " must be at least 1");
      }
    }

    @Override
    public List<Traffic> steps() {
      return Collections.nCopies(iterations, Traffic.NONE);
    }

    @Override
    public String label() {
      return "blue-green";
    }

    @Override
    public String announce(String canary, int number) {
      return "Advance " + canary + " canary iteration " + number + "/" + iterations;
    }
  }
}
