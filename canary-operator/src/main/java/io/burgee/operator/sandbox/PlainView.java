package io.burgee.operator.sandbox;

import io.burgee.sandbox.traffic.Snapshot;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line for each change, for logs and pipes. */
final class PlainView implements View {
  private final PrintWriter out;
  private @Nullable Moment last;

  PlainView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(Moment moment) {
    var before = last;
    last = moment;
    changes(before, moment).forEach(out::println);
    out.flush();
  }

  @Override
  public void say(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }

  /** One line per new event, or one when something else changed. */
  static List<String> changes(@Nullable Moment before, Moment now) {
    var known = before == null ? 0 : before.events().size();
    var lines = new ArrayList<String>();
    now.events().stream().skip(known).forEach(event -> lines.add(line(now, event)));
    if (before == null) {
      lines.add(line(now, now.reason()));
    } else if (before.weight() != now.weight()) {
      lines.add(line(now, "The route gives the canary " + now.weight() + " % now"));
    } else if (!before.phase().equals(now.phase())) {
      lines.add(line(now, now.meaning()));
    } else if (!before.reason().equals(now.reason()) && !told(now)) {
      lines.add(line(now, now.reason()));
    }
    return lines;
  }

  /** Whether an event says the same as the reason. */
  private static boolean told(Moment now) {
    return now.events().stream()
        .anyMatch(event -> event.contains(now.reason()) || now.reason().contains(event));
  }

  private static String line(Moment moment, String what) {
    return String.format(
            Locale.ROOT,
            "%s  %-12s  weight %3d  primary %s | canary %s  %s",
            View.clock(moment.elapsed()),
            moment.phase(),
            moment.weight(),
            side(moment.traffic().primary()),
            side(moment.traffic().canary()),
            what)
        .stripTrailing();
  }

  /** As wide with traffic as without. */
  private static String side(Snapshot.Side side) {
    return String.format(
        Locale.ROOT, "%7s %6s", View.percent(side.successRate()), View.millis(side.p99()));
  }
}
