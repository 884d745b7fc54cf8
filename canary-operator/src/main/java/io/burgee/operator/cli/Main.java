package io.burgee.operator.cli;

import picocli.CommandLine;

/** The program's entry point. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    CommandLine line = Commands.lineFor(args);
    int code = line.execute(args);
    line.getOut().flush();
    System.exit(code);
  }
}
