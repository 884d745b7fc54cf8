package io.burgee.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a candidate gets its traffic: a list of steps, each judged for at least one interval. */
public sealed interface Strategy {

  /** Never empty. */
  List<Traffic> steps();

  /**
   * The step after the one that a run is at, told by what the canary gets rather than by its number
   * alone: the strategy may have been edited meanwhile.
   *
   * @return its number, from 1; empty when the run has been through all of them
   */
  OptionalInt next(int step, Traffic traffic);

  /** The reference's label value for this strategy. */
  String label();

  /** What the event says when step {@code number} (from 1) begins. */
  String announce(String canary, int number);

  /**
   * The share rises by weights.
   *
   * @param mirrored whether the candidate is judged with copies of requests before it gets any
   */
  record Weighted(List<Weight> weights, boolean mirrored) implements Strategy {
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
    public static Weighted linear(int step, Weight max, boolean mirrored) {
      var below =
          IntStream.iterate(step, w -> w < max.percent(), w -> w + step).mapToObj(Weight::new);
      return new Weighted(Stream.concat(below, Stream.of(max)).toList(), mirrored);
    }

    @Override
    public List<Traffic> steps() {
      var first = mirrored ? Stream.of(Traffic.MIRROR) : Stream.<Traffic>of();
      return Stream.concat(first, weights.stream().map(Traffic::of)).toList();
    }

    @Override
    public OptionalInt next(int step, Traffic traffic) {
      return IntStream.range(0, weights.size())
          .filter(i -> weights.get(i).compareTo(traffic.canary()) > 0)
          .map(i -> i + (mirrored ? 2 : 1))
          .findFirst();
    }

    @Override
    public String label() {
      return "canary";
    }

    @Override
    public String announce(String canary, int number) {
      return "Advance " + canary + " canary weight " + steps().get(number - 1).canary().percent();
    }
  }

  /**
   * The candidate is judged for some intervals without users' traffic, then, where there are
   * routes, for one with all of it.
   *
   * @param mirrored whether it gets copies of requests meanwhile
   */
  record BlueGreen(int iterations, boolean routed, boolean mirrored) implements Strategy {
    public BlueGreen {
      atLeastOne(iterations);
    }

    @Override
    public List<Traffic> steps() {
      var steps = new ArrayList<>(Collections.nCopies(iterations, iteration()));
      if (routed) {
        steps.add(Traffic.of(Weight.ALL));
      }
      return List.copyOf(steps);
    }

    private Traffic iteration() {
      return mirrored ? Traffic.MIRROR : Traffic.NONE;
    }

    @Override
    public OptionalInt next(int step, Traffic traffic) {
      if (traffic.canary().equals(Weight.ALL)) {
        return OptionalInt.empty();
      }
      var following = traffic.equals(iteration()) ? step + 1 : 1;
      return following > steps().size() ? OptionalInt.empty() : OptionalInt.of(following);
    }

    @Override
    public String label() {
      return "blue-green";
    }

    @Override
    public String announce(String canary, int number) {
      if (number <= iterations) {
        return iterationText(canary, number, iterations);
      }
      return mirrored
          ? "Stop traffic mirroring and route all traffic to canary"
          : "Routing all traffic to canary";
    }
  }

  /** The requests that match the user's conditions go to the candidate, for some intervals. */
  record AbTesting(int iterations) implements Strategy {
    public AbTesting {
      atLeastOne(iterations);
    }

    @Override
    public List<Traffic> steps() {
      return Collections.nCopies(iterations, Traffic.MATCHED);
    }

    @Override
    public OptionalInt next(int step, Traffic traffic) {
      if (traffic.canary().equals(Weight.ALL)) {
        return OptionalInt.empty();
      }
      var following = traffic.equals(Traffic.MATCHED) ? step + 1 : 1;
      return following > iterations ? OptionalInt.empty() : OptionalInt.of(following);
    }

    @Override
    public String label() {
      return "ab-testing";
    }

    @Override
    public String announce(String canary, int number) {
      return iterationText(canary, number, iterations);
    }
  }

  private static void atLeastOne(int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations " + iterations + " must be at least 1");
    }
  }

  private static String iterationText(String canary, int number, int iterations) {
    return "Advance " + canary + " canary iteration " + number + "/" + iterations;
  }
}
