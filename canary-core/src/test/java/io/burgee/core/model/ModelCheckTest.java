package io.burgee.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped policy keeps its invariants and its runs end, whatever happens within the bound: so
 * many disturbances, in any order, between any two steps. {@code -Pmodel} goes further.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelCheckTest {
  private static final int BOUND = Integer.getInteger("model.bound", 1);

  private final ModelTable table = new ModelTable();

  static List<Setup> setups() {
    return Setup.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("setups")
  void theInvariantsHoldAndEveryRunEnds(Setup setup) {
    var began = System.nanoTime();
    var bound = setup.bound(BOUND);
    var result = new Search(setup, Rules.SHIPPED, bound).run(5);
    var seconds = (System.nanoTime() - began) / 1e9;
    table.add(result, seconds);
    System.out.printf(
        "%s, at most %d disturbances: %,d states, %,d transitions, %.1f s%n",
        setup.name(), bound, result.states(), result.transitions(), seconds);
    var stories =
        result.breaches().values().stream().map(Story::text).collect(Collectors.joining("\n"));
    assertThat(stories).as(setup.name()).isEmpty();
  }

  @AfterAll
  void writeTable() {
    if (ModelTable.isUpdated()) {
      table.write();
    }
  }
}
