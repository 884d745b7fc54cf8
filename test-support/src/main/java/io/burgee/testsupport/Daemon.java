package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One process of the control plane; its output goes to {@code NAME.log}. */
final class Daemon {

  private static final Duration END = Duration.ofSeconds(10);

  private final String name;
  private final Path log;
  private final Process process;

  private Daemon(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static Daemon start(Path binary, Path folder, String name, List<String> flags) {
    var log = folder.resolve(name + ".log");
    var command = Stream.concat(Stream.of(binary.toString(), name), flags.stream()).toList();
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    // No proxies, kubeconfigs or other habits of this machine.
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    // It ends when its standard input does: even a killed JVM leaves no process behind.
    builder.environment().put("KCP_LIFELINE", "stdin");
    try {
      return new Daemon(name, log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  String name() {
    return name;
  }

  /** What it said last, under its name. */
  String lastWords() {
    var state = alive() ? "runs" : "ended with exit code " + process.exitValue();
    return "--- " + name + " (" + state + ")\n" + tail();
  }

  private String tail() {
    try {
      var lines = Files.readAllLines(log, UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  ProcessFigures figures() {
    return ProcessFigures.of(name, process.toHandle());
  }

  /** At once and without grace: all it would save is thrown away. */
  void kill() {
    process.destroyForcibly();
  }

  /** Blocks until the killed process is gone, so that its folder can be deleted. */
  void awaitEnd() {
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(name + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
