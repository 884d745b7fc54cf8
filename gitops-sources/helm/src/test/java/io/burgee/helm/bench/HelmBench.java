package io.burgee.helm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.burgee.helm.chart.ChartLoader;
import io.burgee.helm.corpus.ChartCase;
import io.burgee.helm.corpus.Ours;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints what a render of a chart costs here, by Helm's Go library in process, by helm-java, and by
 * the helm process: {@code HelmBench ORACLE HELM CASE FOLDER HELM-JAVA...}, the last being how that
 * is run. All load the chart from disk each time, and take turns; each one's best turn counts.
 */
final class HelmBench {
  private static final int TURNS = 3;
  private static final int RENDERS = 300;
  private static final int PROCESSES = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> oracle;
  private final List<String> helmJava;
  private final String helm;
  private final ChartCase each;
  private final Path chart;
  private final PrintStream out;

  private HelmBench(String[] args, ChartCase each, Path chart, PrintStream out) {
    this.oracle = List.of(args[0], "bench");
    this.helm = args[1];
    this.helmJava = List.of(args).subList(4, args.length);
    this.each = each;
    this.chart = chart;
    this.out = out;
  }

  /** Microseconds of a render, and the bytes it allocated; negative if that isn't known. */
  private record Cost(double average, double p99, double bytes) {
    Cost orLess(Cost other) {
      return average <= other.average ? this : other;
    }

    String row(String name) {
      var memory = bytes < 0 ? "" : String.format(Locale.ROOT, ", %.1f MB", bytes / 1e6);
      return String.format(
          Locale.ROOT, "| %s | %.2f ms%s | %.2f ms |", name, average / 1e3, memory, p99 / 1e3);
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var each = ChartCase.parse(Files.readString(Path.of(args[2])));
    var folder = Path.of(args[3]).resolve("chart");
    each.layIn(folder);
    new HelmBench(args, each, folder, System.out).run();
  }

  private void run() throws IOException, InterruptedException {
    warm();
    var engine = engine();
    var library = library(oracle);
    var java = library(helmJava);
    var process = process();
    for (int i = 1; i < TURNS; i++) {
      engine = engine.orLess(engine());
      library = library.orLess(library(oracle));
      java = java.orLess(library(helmJava));
      process = process.orLess(process());
    }
    out.printf("Java %s%n%n| | average | p99 |%n|---|---:|---:|%n", Runtime.version());
    out.println(process.row("`helm template` 4.2.3, a process each"));
    out.println(java.row("helm-java 0.0.21 (Helm 3.21), warm"));
    out.println(library.row("Helm's Go library, warm"));
    out.println(engine.row("Burgee, warm"));
    out.printf(
        Locale.ROOT,
        "%n%.1f times faster than the process, %.1f times than helm-java, %.1f times than the library%n",
        process.average / engine.average,
        java.average / engine.average,
        library.average / engine.average);
    out.println("\n| threads | renders/s |\n|---:|---:|");
    for (int threads : new int[] {1, 2, 8}) {
      out.printf(Locale.ROOT, "| %d | %.0f |%n", threads, throughput(threads));
    }
  }

  private void render() {
    var outcome = Ours.template(each, () -> ChartLoader.folder(chart));
    if (!outcome.ok()) {
      throw new IllegalStateException(outcome.text());
    }
  }

  private void warm() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < end) {
      render();
    }
  }

  private Cost engine() {
    var took = new double[RENDERS];
    long before = allocated();
    for (int i = 0; i < RENDERS; i++) {
      long start = System.nanoTime();
      render();
      took[i] = (System.nanoTime() - start) / 1e3;
    }
    return cost(took, (allocated() - before) / (double) RENDERS);
  }

  /** By all threads, since a render has its own. */
  private static long allocated() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getTotalThreadAllocatedBytes();
  }

  /** By a program that takes the chart and a number of renders, and prints what they took. */
  private Cost library(List<String> program) throws IOException {
    var command = new ArrayList<>(program);
    command.add(chart.toString());
    command.add(Integer.toString(RENDERS));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var answer = JSON.readTree(process.getInputStream().readAllBytes());
    return new Cost(
        answer.path("average").asDouble(),
        answer.path("p99").asDouble(),
        answer.path("bytes").asDouble());
  }

  private Cost process() throws IOException, InterruptedException {
    var took = new double[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
      long start = System.nanoTime();
      var process =
          new ProcessBuilder(helm, "template", "blue", chart.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("helm failed");
      }
      took[i] = (System.nanoTime() - start) / 1e3;
    }
    return cost(took, -1);
  }

  private static Cost cost(double[] took, double bytes) {
    Arrays.sort(took);
    return new Cost(Arrays.stream(took).average().orElse(0), took[took.length * 99 / 100], bytes);
  }

  private double throughput(int threads) throws InterruptedException {
    var done = new AtomicLong();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              while (System.nanoTime() < end) {
                render();
                done.incrementAndGet();
              }
            });
      }
    }
    return done.get() / 5.0;
  }
}
