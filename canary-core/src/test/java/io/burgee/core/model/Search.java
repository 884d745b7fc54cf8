package io.burgee.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Visits every state that can be reached with at most so many disturbances: fewest disturbances
 * first, then fewest steps, so that the first story of a breach is the shortest.
 */
final class Search {
  private final Setup setup;
  private final int bound;
  private final Operator operator;
  private final Environment environment;
  private final Fairness fairness;
  private final Seen seen;
  private final List<List<Numbers>> waiting = new ArrayList<>();
  private final Map<Breach, Story> breaches = new LinkedHashMap<>();
  private int[] parents = new int[1 << 12];
  private byte[] costs = new byte[1 << 12];
  private long transitions;

  Search(Setup setup, Rules rules, int bound) {
    this.setup = setup;
    this.bound = bound;
    operator = new Operator(setup, rules, Questions::any);
    environment = new Environment(setup);
    var parts = new Seen.Parts();
    seen = new Seen(parts);
    fairness = new Fairness(setup, rules, parts);
    for (int cost = 0; cost <= bound; cost++) {
      waiting.add(new ArrayList<>());
    }
  }

  /**
   * What came of it.
   *
   * @param breaches each kind once, with its shortest story
   */
  record Result(
      String setup, int bound, int states, long transitions, Map<Breach, Story> breaches) {

    Optional<Story> first() {
      return breaches.values().stream().findFirst();
    }
  }

  /** Numbers of states. */
  private static final class Numbers {
    private int[] all = new int[16];
    private int size;

    void add(int number) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = number;
    }
  }

  /**
   * Searches.
   *
   * @param most breaches to look for
   */
  Result run(int most) {
    for (var start : setup.starts()) {
      reach(-1, 0, 0, start);
    }
    for (int cost = 0; cost <= bound; cost++) {
      var layers = waiting.get(cost);
      for (int depth = 0; depth < layers.size(); depth++) {
        var layer = layers.get(depth);
        for (int i = 0; i < layer.size && breaches.size() < most; i++) {
          if (costs[layer.all[i]] == cost) {
            expand(layer.all[i], cost, depth);
          }
        }
        layers.set(depth, new Numbers());
      }
    }
    return new Result(setup.name(), bound, seen.size(), transitions, breaches);
  }

  private void expand(int number, int cost, int depth) {
    costs[number] = -1; // done; nothing costs less
    var state = seen.get(number);
    for (var step : operator.steps(state)) {
      reach(number, cost, depth, step);
    }
    for (var step : environment.steps(state, bound - cost)) {
      reach(number, cost, depth, step);
    }
    fairness.check(state).ifPresent(end -> fail(number, end.breach(), end.steps()));
  }

  private void reach(int from, int cost, int depth, Step step) {
    transitions++;
    if (step.breach().isPresent()) {
      fail(from, step.breach().get(), List.of(step));
      return;
    }
    var total = cost + step.cost();
    var found = seen.add(step.next());
    var number = found >= 0 ? found : -1 - found;
    if (number >= parents.length) {
      parents = Arrays.copyOf(parents, parents.length * 2);
      costs = Arrays.copyOf(costs, costs.length * 2);
    }
    if (found >= 0 || total < costs[number]) {
      parents[number] = from;
      costs[number] = (byte) total;
      at(total, depth + 1).add(number);
    }
  }

  private Numbers at(int cost, int depth) {
    var layers = waiting.get(cost);
    while (layers.size() <= depth) {
      layers.add(new Numbers());
    }
    return layers.get(depth);
  }

  private void fail(int number, Breach breach, List<Step> last) {
    if (!breaches.containsKey(breach)) {
      breaches.put(breach, new Story(path(number, last), breach));
    }
  }

  /** All steps from the start, told again: of each state only the one before it was kept. */
  private List<Step> path(int number, List<Step> last) {
    var steps = new ArrayList<Step>();
    for (int n = number; n >= 0; n = parents[n]) {
      steps.addFirst(between(parents[n], n));
    }
    steps.addAll(last);
    return steps;
  }

  private Step between(int from, int to) {
    var target = seen.get(to);
    if (from < 0) {
      return setup.starts().stream().filter(s -> s.next().equals(target)).findFirst().orElseThrow();
    }
    var state = seen.get(from);
    var steps = new ArrayList<>(operator.steps(state));
    steps.addAll(environment.steps(state, 1));
    return steps.stream().filter(s -> s.next().equals(target)).findFirst().orElseThrow();
  }
}
