package io.burgee.operator.sandbox;

import java.io.PrintWriter;
import java.util.List;

/** A picture that is drawn again in its place, for terminals. */
final class LiveView implements View {
  private static final String ESCAPE = "\u001b[";

  /** Long lines are cut at the edge, so that the picture keeps its height. */
  private static final String NO_WRAP = ESCAPE + "?7l";

  private static final String WRAP = ESCAPE + "?7h";
  private static final String NO_CURSOR = ESCAPE + "?25l";
  private static final String CURSOR = ESCAPE + "?25h";
  private static final String TO_END_OF_LINE = ESCAPE + "K";

  private final PrintWriter out;
  private final Frame frame;
  private final boolean colours;
  private int drawn;
  private boolean closed;

  LiveView(PrintWriter out, Frame frame, boolean colours) {
    this.out = out;
    this.frame = frame;
    this.colours = colours;
  }

  @Override
  public synchronized void show(Moment moment) {
    if (closed) {
      return;
    }
    var text = new StringBuilder(NO_CURSOR + NO_WRAP);
    if (drawn > 0) {
      text.append(ESCAPE).append(drawn).append('A');
    }
    var lines = frame.of(moment);
    lines.forEach(line -> text.append('\r').append(painted(line)).append(TO_END_OF_LINE + "\n"));
    drawn = lines.size();
    out.print(text.append(WRAP));
    out.flush();
  }

  @Override
  public synchronized void say(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
    drawn = 0;
  }

  /** Phases in the colours of their meaning, the canary's share in yellow. */
  private String painted(String line) {
    return colours
        ? line.replace("Succeeded", colour(32, "Succeeded"))
            .replace("Failed", colour(31, "Failed"))
            .replace("Progressing", colour(33, "Progressing"))
            .replaceAll("(░+)", colour(33, "$1"))
        : line;
  }

  private static String colour(int number, String text) {
    return ESCAPE + number + "m" + text + ESCAPE + "0m";
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      out.print(WRAP + CURSOR);
      out.flush();
    }
  }
}
