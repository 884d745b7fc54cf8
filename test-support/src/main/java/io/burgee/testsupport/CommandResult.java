package io.burgee.testsupport;

/** How a command ended. */
public record CommandResult(int exitCode, String stdout, String stderr) {

  public boolean succeeded() {
    return exitCode == 0;
  }

  /** What it printed; fails with what it complained about if it did not succeed. */
  public String output() {
    if (!succeeded()) {
      throw new IllegalStateException("exit code " + exitCode + ": " + stderr + stdout);
    }
    return stdout;
  }
}
