package io.burgee.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped policy keeps its invariants and its runs end, whatever happens within the bound: so
 * many disturbances, in any order, between any two steps. {@code -Pmodel} goes further.
 */
class ModelCheckTest {
  private static final int BOUND = Integer.getInteger("model.bound", 1);

  static List<Setup> setups() {
    return Setup.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("setups")
  void theInvariantsHoldAndEveryRunEnds(Setup setup) {
    var began = System.nanoTime();
    var result = new Search(setup, Rules.SHIPPED, BOUND).run(5);
    System.out.printf(
        "%s, %d disturbances: %,d states, %,d transitions, %.1f s%n",
        setup.name(),
        BOUND,
        result.states(),
        result.transitions(),
        (System.nanoTime() - began) / 1e9);
    var stories =
        result.breaches().values().stream().map(Story::text).collect(Collectors.joining("\n"));
    assertThat(stories).as(setup.name()).isEmpty();
  }
}
