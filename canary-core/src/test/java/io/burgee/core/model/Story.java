package io.burgee.core.model;

import java.util.List;

/** How it comes to a breach, one line for each thing that happens. */
record Story(List<Step> steps, Breach breach) {

  String text() {
    var text = new StringBuilder();
    int minutes = 0;
    for (var step : steps) {
      minutes += step.minutes();
      text.append("%4d min  %s%s%n".formatted(minutes, step.cost() > 0 ? "* " : "  ", step.text()));
    }
    return text.append(
            "broken: %s, %s%n     why: %s%n"
                .formatted(breach.invariant(), breach.invariant().text(), breach.why()))
        .toString();
  }
}
