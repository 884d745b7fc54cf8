package io.burgee.operator.cli;

import java.io.PrintWriter;
import java.io.Writer;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/**
 * Does what the program does at start, once and without an effect, so that the launcher can record
 * which classes that takes (JEP 514).
 */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher after a build.")
final class WarmUpCommand implements Runnable {
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
  }
}
