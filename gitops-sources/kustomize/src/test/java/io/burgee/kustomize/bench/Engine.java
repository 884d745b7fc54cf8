package io.burgee.kustomize.bench;

import static java.util.Objects.requireNonNull;

import com.sun.management.ThreadMXBean;
import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.FolderTree;
import io.burgee.kustomize.Kustomize;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Burgee's engine, building from the disk as its rivals do. */
final class Engine {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FolderTree tree;
  private final String folder;

  Engine(Path folder) {
    var path = folder.toAbsolutePath();
    tree = FolderTree.of(requireNonNull(path.getParent()));
    this.folder = requireNonNull(path.getFileName()).toString();
  }

  String output() {
    return Kustomize.build(tree, folder, BuildOptions.DEFAULT).yaml();
  }

  /** Builds for some seconds, so that what is measured afterwards is compiled. */
  void warm(int seconds) {
    built(seconds);
  }

  Cost cost(int builds) {
    var taken = new long[builds];
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < builds; i++) {
      long start = System.nanoTime();
      var output = output();
      taken[i] = System.nanoTime() - start;
      if (output.isEmpty()) {
        throw new IllegalStateException("nothing was built");
      }
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    Arrays.sort(taken);
    return new Cost(taken[builds / 2] / 1e6, (double) allocated / builds);
  }

  /** Builds per second of so many threads that know nothing of each other. */
  double throughput(int threads, int seconds) {
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var counts =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> built(seconds), executor))
              .limit(threads)
              .toList();
      return counts.stream().mapToInt(CompletableFuture::join).sum() / (double) seconds;
    }
  }

  private int built(int seconds) {
    int count = 0;
    for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end; ) {
      output();
      count++;
    }
    return count;
  }
}
