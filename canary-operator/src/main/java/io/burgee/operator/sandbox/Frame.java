package io.burgee.operator.sandbox;

import io.burgee.operator.view.Columns;
import io.burgee.operator.view.Texts;
import io.burgee.sandbox.traffic.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A moment as a picture of always the same height.
 *
 * @param blocks whether the terminal can show block characters
 */
record Frame(boolean blocks) {
  private static final int BAR = 50;
  private static final int EVENTS = 8;

  List<String> of(Moment moment) {
    var burgee = moment.burgee();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "  %s.%s  %s%s"
            .formatted(
                moment.canary().getMetadata().getName(),
                moment.canary().getMetadata().getNamespace(),
                moment.phase(),
                burgee.getStage() == null ? "" : " (" + burgee.getStage() + ")"));
    lines.add("");
    lines.add("  " + bar(moment.weight()));
    lines.add("");
    figures(moment.traffic()).forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("  why         " + moment.reason());
    lines.add("  waits for   " + Texts.orNone(burgee.getWaitingFor()));
    lines.add("  next check  " + Texts.relative(burgee.getNextCheckAt(), moment.now()));
    lines.add("");
    var events = moment.events();
    var last = events.subList(Math.max(0, events.size() - EVENTS), events.size());
    last.forEach(event -> lines.add("  " + event));
    for (int i = last.size(); i < EVENTS; i++) {
      lines.add("");
    }
    lines.add("  " + View.clock(moment.elapsed()));
    return lines;
  }

  private String bar(int weight) {
    var canary = BAR * weight / 100;
    return String.format(
        Locale.ROOT,
        "primary %3d %%  %s%s  %d %% canary",
        100 - weight,
        (blocks ? "█" : "#").repeat(BAR - canary),
        (blocks ? "░" : ".").repeat(canary),
        weight);
  }

  private static List<String> figures(Snapshot traffic) {
    return new Columns("         ", "requests/s", "success", "p99   ")
        .row(row("primary", traffic.primary()))
        .row(row("canary", traffic.canary()))
        .lines();
  }

  private static String[] row(String name, Snapshot.Side side) {
    return new String[] {
      name,
      String.format(Locale.ROOT, "%10.0f", side.requestsPerSecond()),
      String.format(Locale.ROOT, "%7s", View.percent(side.successRate())),
      String.format(Locale.ROOT, "%6s", View.millis(side.p99()))
    };
  }
}
