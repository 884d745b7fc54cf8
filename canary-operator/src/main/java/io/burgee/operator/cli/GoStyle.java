package io.burgee.operator.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.TreeSet;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Makes a command take Go's flags: {@code @Command(preprocessor = GoStyle.class)}. Which flags
 * there are is read from the command itself; warnings go to its error stream.
 */
final class GoStyle implements IParameterPreprocessor {
  @Override
  @SuppressWarnings("JdkObsolete") // picocli's signature
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec unused, Map<String, Object> info) {
    List<String> inOrder = new ArrayList<>(arguments);
    Collections.reverse(inOrder); // the stack's top comes first on the line
    var result = flagsOf(command).normalise(inOrder);
    result.warnings().forEach(command.commandLine().getErr()::println);
    command.commandLine().getErr().flush();
    arguments.clear();
    arguments.addAll(result.arguments().reversed());
    return false; // parsing goes on with what is now on the stack
  }

  private static GoFlags flagsOf(CommandSpec command) {
    var valued = new TreeSet<String>();
    var switches = new TreeSet<String>();
    for (OptionSpec option : command.options()) {
      boolean isSwitch = option.type() == boolean.class || option.type() == Boolean.class;
      for (String name : option.names()) {
        (isSwitch ? switches : valued).add(name.replaceFirst("^--?", ""));
      }
    }
    return new GoFlags(valued, switches, RunFlags.RETIRED);
  }
}
