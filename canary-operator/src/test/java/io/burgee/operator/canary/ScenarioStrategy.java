package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which a candidate gets its traffic, each as short as it can be. */
enum ScenarioStrategy {
  WEIGHTS("weights", "20 40") {
    @Override
    void configure(ObjectNode spec) {
      spec.withObject("/analysis").put("stepWeight", 20).put("maxWeight", 40);
    }
  },
  STEP_WEIGHTS("stepWeights", "10 50") {
    @Override
    void configure(ObjectNode spec) {
      spec.withObject("/analysis").putArray("stepWeights").add(10).add(50);
    }
  },
  AB_TESTING("A/B", "matched") {
    @Override
    void configure(ObjectNode spec) {
      var analysis = spec.withObject("/analysis").put("iterations", 2);
      var headers = analysis.putArray("match").addObject().withObject("/headers");
      headers.withObject("/x-canary").put("exact", "insider");
    }
  },
  BLUE_GREEN("blue/green", "0 100") {
    @Override
    void configure(ObjectNode spec) {
      spec.withObject("/analysis").put("iterations", 2);
    }
  },
  MIRRORED_BLUE_GREEN("blue/green with mirror", "0+mirror 100") {
    @Override
    void configure(ObjectNode spec) {
      spec.withObject("/analysis").put("iterations", 2).put("mirror", true);
    }
  },
  MIRROR_THEN_WEIGHTS("mirror then weights", "0+mirror 50") {
    @Override
    void configure(ObjectNode spec) {
      var analysis = spec.withObject("/analysis").put("mirror", true);
      analysis.put("stepWeight", 50).put("maxWeight", 50);
    }
  },
  SKIP_ANALYSIS("skipAnalysis", "") {
    @Override
    void configure(ObjectNode spec) {
      spec.put("skipAnalysis", true).withObject("/analysis").put("stepWeight", 20);
    }
  };

  private final String title;
  private final String steps;

  /**
   * A strategy.
   *
   * @param steps what the routes do in each step, as {@link RouteShape} says it, with blanks
   *     between
   */
  ScenarioStrategy(String title, String steps) {
    this.title = title;
    this.steps = steps;
  }

  /** Sets what differs from one strategy to the other in a Canary's spec. */
  abstract void configure(ObjectNode spec);

  /** Whether there are steps in which the candidate is judged. */
  boolean analyses() {
    return this != SKIP_ANALYSIS;
  }

  /** What the routes do until all traffic is with the primary again, after so many steps. */
  List<String> routes(int stepsBegun) {
    var routes = new ArrayList<>(List.of("0"));
    steps().limit(stepsBegun).forEach(step -> add(routes, step));
    add(routes, "0");
    return routes;
  }

  /** The same for a run that is withdrawn in its first step and another that is promoted. */
  List<String> routesOfTwoRuns() {
    var routes = routes(1);
    routesOfAllSteps().forEach(step -> add(routes, step));
    return routes;
  }

  List<String> routesOfAllSteps() {
    return routes(Integer.MAX_VALUE);
  }

  /** What the routes do if the promotion is never confirmed: all users at once would be one. */
  List<String> routesUntilConfirmed() {
    return switchesAll() ? routes(1) : routesOfAllSteps();
  }

  /** Whether the last step gives all users to the candidate. */
  boolean switchesAll() {
    return steps.endsWith(" 100");
  }

  private Stream<String> steps() {
    return Stream.of(steps.split(" ", -1)).filter(step -> !step.isEmpty());
  }

  private static void add(List<String> routes, String next) {
    if (!routes.getLast().equals(next)) {
      routes.add(next);
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
