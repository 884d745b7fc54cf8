package io.burgee.operator.canary;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program behind {@code bench/soak}. */
final class SoakBench {
  private static final int LINES = 20;
  private static final double HEAP_SLACK_MIB = 4;
  private static final double EVENT_SLACK = 20;

  private SoakBench() {}

  /**
   * Ends with 1 when something grew or went wrong.
   *
   * @param arguments releases, applications, speed and seed
   */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var applications = Integer.parseInt(arguments[1]);
    var every = Integer.parseInt(arguments[0]) / LINES / applications * applications;
    var options =
        new Soak.Options(
            every * LINES,
            applications,
            every,
            Double.parseDouble(arguments[2]),
            Long.parseLong(arguments[3]));
    var result = Soak.run(options, out);
    var grown = Footprint.growing(result.footprints(), HEAP_SLACK_MIB, EVENT_SLACK);
    out.println(grown.isEmpty() ? "nothing grows" : String.join("\n", grown));
    out.println(
        result.wrong().isEmpty() ? "nothing went wrong" : String.join("\n", result.wrong()));
    System.exit(grown.isEmpty() && result.wrong().isEmpty() ? 0 : 1);
  }
}
