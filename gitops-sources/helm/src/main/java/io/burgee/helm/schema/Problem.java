package io.burgee.helm.schema;

import io.burgee.helm.value.GoStrings;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What isn't as a schema says.
 *
 * @param at a JSON pointer into the values
 * @param causes what is wrong further in, in an order that doesn't change
 * @param isGroup whether it says no more than its causes
 */
record Problem(String at, String words, List<Problem> causes, boolean isGroup) {
  Problem(String at, String words) {
    this(at, words, List.of());
  }

  Problem(String at, String words, List<Problem> causes) {
    this(at, words, causes, false);
  }

  Problem(String at, String words, List<Problem> causes, boolean isGroup) {
    this.at = at;
    this.words = words;
    this.causes =
        causes.stream()
            .sorted(
                Comparator.comparing(Problem::at, GoStrings.ORDER)
                    .thenComparing(Problem::words, GoStrings.ORDER))
            .toList();
    this.isGroup = isGroup;
  }

  /** Null if there are none; the only one itself; else a group. */
  static @Nullable Problem of(String at, List<Problem> problems) {
    return switch (problems.size()) {
      case 0 -> null;
      case 1 -> problems.getFirst();
      default -> new Problem(at, "validation failed", problems, true);
    };
  }

  /** Told of a reference: the causes of a group stay together, where the reference is. */
  Problem referred(String place) {
    return isGroup ? new Problem(place, words, causes) : this;
  }

  /** Those to tell of it: a group has only its causes. */
  List<Problem> parts() {
    return isGroup ? causes : List.of(this);
  }

  void write(StringBuilder out, int depth) {
    out.repeat("  ", depth).append("- at ").append(Words.quote(at)).append(": ");
    out.append(words).append('\n');
    causes.forEach(cause -> cause.write(out, depth + 1));
  }
}
