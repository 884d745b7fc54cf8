package io.burgee.operator.sandbox;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;

/**
 * Where the sandbox is shown.
 *
 * @param live whether it is a terminal on which a picture can be drawn again and again
 */
public record Screen(PrintWriter out, boolean live, boolean colours, boolean blocks) {
  /** For logs and pipes. */
  public static Screen plain(PrintWriter out) {
    return new Screen(out, false, false, false);
  }

  /** As the process finds it. */
  public static Screen of(PrintWriter out, Map<String, String> environment) {
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    var dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
    // https://no-color.org: any value but the empty one
    var colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(out, terminal && !dumb, colours, canShowBlocks());
  }

  View view() {
    return live ? new LiveView(out, new Frame(blocks), colours) : new PlainView(out);
  }

  private static boolean canShowBlocks() {
    try {
      return Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"))
          .newEncoder()
          .canEncode('█');
    } catch (UnsupportedCharsetException e) {
      return false; // whatever it is, letters go through
    }
  }
}
