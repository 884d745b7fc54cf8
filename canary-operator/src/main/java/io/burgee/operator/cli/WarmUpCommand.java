package io.burgee.operator.cli;

import io.burgee.operator.sandbox.Sandbox;
import io.burgee.operator.sandbox.Scenario;
import io.burgee.operator.sandbox.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/**
 * Does what the program does at start, once and without an effect, so that the launcher can record
 * which classes that takes (JEP 514).
 */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher after a build.")
final class WarmUpCommand implements Runnable {
  private static final double SPEED = 50;

  @Override
  public void run() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var all = Commands.all().setOut(nowhere).setErr(nowhere);
    all.execute("--help");
    all.execute("--version");
    all.getSubcommands().values().forEach(command -> command.usage(nowhere));
    all.execute("crds");
    all.execute("no-such-command");
    AutoComplete.bash("burgee", all);
    release(nowhere);
  }

  /** A whole release on the sandbox's cluster, which is also most of what the operator does. */
  private static void release(PrintWriter nowhere) {
    var options = new Sandbox.Options(0, SPEED, Scenario.good, false, false);
    try {
      for (boolean live : new boolean[] {false, true}) {
        var _ = Sandbox.run(options, new Screen(nowhere, live, true, true));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
