package io.burgee.operator.cli;

import io.burgee.core.Verb;
import java.util.List;
import picocli.CommandLine;

/**
 * The subcommands by name. Reading a command's annotations loads what its fields mention, so a line
 * that names a command gets that one only; help and completion get all of them.
 */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "sandbox",
          "run",
          "get",
          "explain",
          "abort",
          "promote",
          "pause",
          "resume",
          "retry",
          "preflight",
          "handback",
          "build",
          "template",
          "crds",
          "completion",
          "warm-up");

  private Commands() {}

  static CommandLine lineFor(String... args) {
    return args.length > 0 && NAMES.contains(args[0]) ? line(List.of(args[0])) : all();
  }

  static CommandLine all() {
    return line(NAMES);
  }

  private static CommandLine line(List<String> names) {
    var line = new CommandLine(new RootCommand());
    names.forEach(name -> line.addSubcommand(name, command(name)));
    return line;
  }

  private static Object command(String name) {
    return switch (name) {
      case "sandbox" -> new SandboxCommand();
      case "run" -> new RunCommand();
      case "get" -> new GetCommand();
      case "explain" -> new ExplainCommand();
      case "abort" -> VerbCommand.line(Verb.ABORT);
      case "promote" -> VerbCommand.line(Verb.PROMOTE);
      case "pause" -> VerbCommand.line(Verb.PAUSE);
      case "resume" -> VerbCommand.line(Verb.RESUME);
      case "retry" -> VerbCommand.line(Verb.RETRY);
      case "preflight" -> new PreflightCommand();
      case "handback" -> new HandbackCommand();
      case "build" -> new BuildCommand();
      case "template" -> new TemplateCommand();
      case "crds" -> new CrdsCommand();
      case "completion" -> new CompletionCommand();
      case "warm-up" -> new WarmUpCommand();
      default -> throw new IllegalArgumentException("no command " + name);
    };
  }
}
