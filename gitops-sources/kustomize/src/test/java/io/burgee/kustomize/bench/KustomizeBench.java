package io.burgee.kustomize.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints what a build costs here, by the Go library and by a process, as tables: {@code
 * KustomizeBench ORACLE KUSTOMIZE FOLDER SEED}. All take turns, so that a busy moment of the
 * machine is nobody's misfortune alone; each one's best turn counts.
 */
final class KustomizeBench {
  private static final int TURNS = 3;
  private static final int WARM_SECONDS = 10;

  private final Rivals rivals;
  private final PrintStream out;

  private KustomizeBench(Rivals rivals, PrintStream out) {
    this.rivals = rivals;
    this.out = out;
  }

  private record Row(Cost process, Cost flux, Cost library, Cost engine) {
    Row orLess(Row other) {
      return new Row(
          process.orLess(other.process),
          flux.orLess(other.flux),
          library.orLess(other.library),
          engine.orLess(other.engine));
    }
  }

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[2]);
    long seed = Long.parseLong(args[3]);
    var bench = new KustomizeBench(new Rivals(args[0], args[1]), System.out);
    bench.run(
        Overlay.lay(folder.resolve("small"), 4, seed),
        Overlay.lay(folder.resolve("large"), 200, seed));
  }

  private void run(Path small, Path large) throws IOException {
    out.printf("kustomize %s, Java %s%n", rivals.version(), Runtime.version());
    sameOutput(small);
    sameOutput(large);
    table(costs(small, 400), costs(large, 40));
    throughput(new Engine(small), new Engine(large));
  }

  /** Whoever builds something else may be as fast as he likes. */
  private void sameOutput(Path folder) throws IOException {
    var expected = rivals.output(folder);
    var actual = new Engine(folder).output();
    if (!actual.equals(expected)) {
      Files.writeString(folder.resolveSibling("expected.yaml"), expected);
      Files.writeString(folder.resolveSibling("actual.yaml"), actual);
      throw new IllegalStateException("the output differs, see " + folder.getParent());
    }
  }

  private Row costs(Path folder, int builds) throws IOException {
    var engine = new Engine(folder);
    engine.warm(WARM_SECONDS);
    var best = turn(folder, engine, builds);
    for (int i = 1; i < TURNS; i++) {
      best = best.orLess(turn(folder, engine, builds));
    }
    return best;
  }

  private Row turn(Path folder, Engine engine, int builds) throws IOException {
    return new Row(
        rivals.process(folder, builds / 20),
        rivals.flux(folder, Math.max(10, builds / 10)),
        rivals.library(folder, builds),
        engine.cost(builds * 5));
  }

  private void table(Row small, Row large) {
    out.println("\n| | small | large |\n|---|---:|---:|");
    line("`kustomize build`, a process each", small.process, large.process);
    line("Go library as Flux calls it", small.flux, large.flux);
    line("Go library, warm", small.library, large.library);
    line("Burgee, warm", small.engine, large.engine);
    ratio("process", small.process.over(small.engine), large.process.over(large.engine));
    ratio("library in Flux", small.flux.over(small.engine), large.flux.over(large.engine));
    ratio("library", small.library.over(small.engine), large.library.over(large.engine));
  }

  private void line(String name, Cost small, Cost large) {
    out.printf("| %s | %s | %s |%n", name, small, large);
  }

  private void ratio(String rival, double small, double large) {
    out.printf(Locale.ROOT, "| times faster than the %s | %.1f | %.1f |%n", rival, small, large);
  }

  private void throughput(Engine small, Engine large) {
    out.println("\n| threads | small, builds/s | large, builds/s |\n|---:|---:|---:|");
    for (int threads : new int[] {1, 2, 8}) {
      out.printf(
          Locale.ROOT,
          "| %d | %.0f | %.1f |%n",
          threads,
          small.throughput(threads, 5),
          large.throughput(threads, 5));
    }
  }
}
