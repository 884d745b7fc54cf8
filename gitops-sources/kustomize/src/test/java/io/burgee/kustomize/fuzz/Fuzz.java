package io.burgee.kustomize.fuzz;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.Kustomize;
import io.burgee.kustomize.MemoryTree;
import io.burgee.kustomize.Reorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Builds random trees here and with the real kustomize, and shows each difference, made small, as a
 * case of the corpus: {@code Fuzz SCRIPT SEED COUNT [FOLDER]}. Tree {@code i} is that of seed
 * {@code SEED + i}, so one that differs can be made again alone.
 */
final class Fuzz {
  private final Oracle oracle;
  private final PrintStream out;
  private final List<Tree> different = new ArrayList<>();
  private final LongFunction<Tree> maker;
  private int built;

  Fuzz(Oracle oracle, LongFunction<Tree> maker, PrintStream out) {
    this.oracle = oracle;
    this.maker = maker;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[1]);
    int count = Integer.parseInt(args[2]);
    try (var oracle = Oracle.start(Path.of(args[0]))) {
      var fuzz = new Fuzz(oracle, maker(), System.out);
      fuzz.run(seed, count);
      if (args.length > 3) {
        fuzz.keep(Path.of(args[3]));
      }
      System.exit(fuzz.different.isEmpty() ? 0 : 1);
    }
  }

  private static LongFunction<Tree> maker() {
    return Boolean.getBoolean("fuzz.syntax") ? TreeMaker::syntax : TreeMaker::tree;
  }

  /** How many trees differed. */
  int run(long seed, int count) {
    out.printf("seeds %d to %d%n", seed, seed + count - 1);
    for (long each = seed; each < seed + count; each++) {
      compare(each);
    }
    out.printf("%d trees, %d of them build, %d differ%n", count, built, different.size());
    return different.size();
  }

  private void compare(long seed) {
    var tree = maker.apply(seed);
    var expected = oracle.ask(tree);
    built += expected.ok() ? 1 : 0;
    if (ours(tree).agreesWith(expected)) {
      return;
    }
    var small = new Shrinker(each -> differs(each, expected.ok())).shrink(tree);
    different.add(small);
    out.printf("%n==== seed %d differs ====%n%s", seed, small.asCase("Seed " + seed));
    out.printf("---- expected: %s%n%s%n", oracle.ask(small).ok(), oracle.ask(small).text());
    out.printf("---- actual: %s%n%s%n", ours(small).ok(), ours(small).text());
  }

  /** Differs in the same way: a tree that builds is not made one that fails. */
  private boolean differs(Tree tree, boolean ok) {
    var expected = oracle.ask(tree);
    return expected.ok() == ok && !ours(tree).agreesWith(expected);
  }

  static Answer ours(Tree tree) {
    var files = MemoryTree.of(tree.texts());
    var options = BuildOptions.DEFAULT.managedBy(tree.managedBy());
    if (!tree.reorder().isEmpty()) {
      options = options.reorder(Reorder.valueOf(tree.reorder().toUpperCase(java.util.Locale.ROOT)));
    }
    try {
      return new Answer(true, Kustomize.build(files, tree.dir(), options).yaml());
    } catch (BuildException e) {
      return new Answer(false, String.valueOf(e.getMessage()));
    }
  }

  private void keep(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < different.size(); i++) {
      Files.writeString(folder.resolve("seed-" + i + ".txt"), different.get(i).asCase("Differs."));
    }
  }
}
