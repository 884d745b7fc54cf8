package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds the control plane's binary into the cache, once however many JVMs ask. */
final class BinaryBuild {

  /** A cold build takes 8 minutes on 2 idle cores; a busy CI machine may need far longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(45);

  private static final Duration BETWEEN_PROGRESS_LINES = Duration.ofSeconds(30);
  private static final int PACKAGES = 2800;
  private static final int KEPT_LINES = 25;

  private final GoModule module;
  private final Path go;
  private final Path binary;

  BinaryBuild(GoModule module, Path go, Path binary) {
    this.module = module;
    this.go = go;
    this.binary = binary;
  }

  /** Returns once the binary is there; waits for whoever else is building it. */
  Path run() {
    // A file lock keeps out other JVMs only.
    synchronized (BinaryBuild.class) {
      var folder = binary.resolveSibling("");
      try {
        Files.createDirectories(folder);
        try (var channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE)) {
          acquire(channel);
          if (!Files.isExecutable(binary)) {
            build(folder);
          }
        }
        return binary;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Closing the channel gives the lock back, and so does the death of this JVM. */
  private void acquire(FileChannel channel) {
    Deadline.after(PATIENCE)
        .await(
            "another process builds " + binary,
            () -> {
              try {
                return channel.tryLock() != null;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void build(Path folder) throws IOException {
    var sources = Files.createTempDirectory(folder, "source");
    try {
      module.writeTo(sources);
      var part = folder.resolve("kcp.part");
      compile(sources, part);
      Files.move(part, binary, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Folders.delete(sources);
    }
  }

  private void compile(Path sources, Path target) throws IOException {
    progress("building a real Kubernetes control plane, once: about 8 minutes on two idle cores");
    var builder =
        new ProcessBuilder(
            go.toString(),
            "build",
            "-v",
            "-mod=readonly",
            "-trimpath",
            "-ldflags",
            module.linkerFlags(),
            "-o",
            target.toString(),
            ".");
    builder.directory(sources.toFile()).redirectErrorStream(true);
    builder.environment().put("CGO_ENABLED", "0");
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().put("GOWORK", "off");
    builder.environment().put("GOFLAGS", "");
    var process = builder.start();
    try {
      process.getOutputStream().close();
      follow(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building the control plane", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void follow(Process process) throws InterruptedException {
    var start = System.nanoTime();
    var deadline = Deadline.after(PATIENCE);
    var output = new Output(process);
    var reader = Thread.ofVirtual().start(output);
    while (!process.waitFor(BETWEEN_PROGRESS_LINES.toSeconds(), TimeUnit.SECONDS)) {
      if (deadline.passed()) {
        throw new IllegalStateException("not built within " + PATIENCE.toMinutes() + " min");
      }
      progress(
          "  %d of about %d packages compiled, %d s"
              .formatted(output.lines.get(), PACKAGES, secondsSince(start)));
    }
    reader.join();
    if (process.exitValue() != 0) {
      throw new IllegalStateException("go build failed:\n" + output.tail());
    }
    progress("built in " + secondsSince(start) + " s");
  }

  private static long secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private static void progress(String line) {
    System.err.println("burgee test support: " + line);
  }

  /** One line for each package that was compiled; complaints are among the last. */
  private static final class Output implements Runnable {
    private final Process process;
    private final AtomicInteger lines = new AtomicInteger();
    private final ArrayDeque<String> last = new ArrayDeque<>();

    Output(Process process) {
      this.process = process;
    }

    @Override
    public void run() {
      try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
          lines.incrementAndGet();
          keep(line);
        }
      } catch (IOException e) {
        keep("(output ended: " + e.getMessage() + ")");
      }
    }

    private synchronized void keep(String line) {
      last.addLast(line);
      if (last.size() > KEPT_LINES) {
        last.removeFirst();
      }
    }

    synchronized String tail() {
      return String.join("\n", last);
    }
  }
}
