package io.burgee.core.model;

import java.util.List;

/** How it comes to a breach, one line for each thing that happens. */
record Story(List<Step> steps, Breach breach) {
  private static final List<String> IDLE =
      List.of("reads the Canary", "looks at the cluster", "waits", "is done");

  /** Disturbances have a star. */
  String text() {
    var text = new StringBuilder();
    int minutes = 0;
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      minutes += step.minutes();
      if (!isTold(i)) {
        continue;
      }
      var star = step.cost() > 0 ? "* " : "  ";
      text.append(String.format("%3d min %s%s%n", minutes, star, step.text().strip()));
    }
    return text.append(
            "broken: %s, %s%n   why: %s%n"
                .formatted(breach.invariant(), breach.invariant().text(), breach.why()))
        .toString();
  }

  /** What an operator does without effect matters only if something gets in between. */
  private boolean isTold(int number) {
    var text = steps.get(number).text();
    var idle = IDLE.stream().anyMatch(text::endsWith);
    var last = number + 1 == steps.size();
    return !idle || last || steps.get(number + 1).cost() > 0;
  }
}
