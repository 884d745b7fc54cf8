package io.burgee.core.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One way to go on from a state.
 *
 * @param words what happens; made only when a story is told
 * @param cost 1 for what need not happen in a quiet world, else 0
 * @param minutes that pass
 * @param breach the invariant that it breaks
 */
record Step(Supplier<String> words, int cost, int minutes, State next, Optional<Breach> breach) {

  static Step of(String text, int cost, State next) {
    return of(() -> text, cost, next);
  }

  static Step of(Supplier<String> words, int cost, State next) {
    return new Step(words, cost, 0, next, Optional.empty());
  }

  String text() {
    return words.get();
  }
}
