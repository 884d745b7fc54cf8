package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A program that runs, prints and ends. */
record Command(List<String> words, Map<String, String> env) {

  static Command of(List<String> words) {
    return new Command(List.copyOf(words), Map.of());
  }

  Command with(String variable, String value) {
    var more = new HashMap<>(env);
    more.put(variable, value);
    return new Command(words, Map.copyOf(more));
  }

  /** Kills it and fails if it has not ended in time. */
  CommandResult run(Duration patience) {
    var builder = new ProcessBuilder(words);
    builder.environment().putAll(env);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      return result(process, patience);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + words, e);
    }
  }

  private CommandResult result(Process process, Duration patience) throws InterruptedException {
    var stdout = read(process.getInputStream());
    var stderr = read(process.getErrorStream());
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("not within " + patience.toSeconds() + " s: " + words);
      }
      return new CommandResult(process.exitValue(), stdout.get(), stderr.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not read the output of " + words, e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static FutureTask<String> read(InputStream in) {
    var task = new FutureTask<>(() -> new String(in.readAllBytes(), UTF_8));
    Thread.ofVirtual().start(task);
    return task;
  }
}
