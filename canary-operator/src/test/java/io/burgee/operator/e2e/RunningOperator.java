package io.burgee.operator.e2e;

import io.burgee.testsupport.ProcessFigures;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code burgee run} as a process of its own, as {@link User#OPERATOR}. */
final class RunningOperator implements AutoCloseable {
  private static final String MAIN = "io.burgee.operator.cli.Main";

  private final Process process;
  private final Path log;

  private RunningOperator(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it; returns at once.
   *
   * @param log where its output is appended
   * @param flags of {@code run}, besides those that say where the cluster is
   */
  static RunningOperator start(RealControlPlane plane, Path log, List<String> flags) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    return start(plane, log, command, flags);
  }

  /**
   * Starts the program in another way.
   *
   * @param program the words before {@code run}
   */
  static RunningOperator start(
      RealControlPlane plane, Path log, List<String> program, List<String> flags) {
    var command = new ArrayList<>(program);
    command.addAll(List.of("run", "--kubeconfig=" + plane.kubeconfig(User.OPERATOR), "--port=0"));
    command.addAll(flags);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new RunningOperator(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** With SIGKILL: it gets no chance to tidy up. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  ProcessFigures figures() {
    return ProcessFigures.of("burgee run", process.toHandle());
  }

  /** All that it has printed so far. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With SIGTERM, as a cluster stops a pod. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the operator did not end within 30 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
