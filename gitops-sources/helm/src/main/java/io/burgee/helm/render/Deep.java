package io.burgee.helm.render;

import io.burgee.helm.limit.LimitException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Runs on a stack that is large enough for templates in templates, in a thread of its own; who
 * interrupts the caller interrupts that.
 */
final class Deep {
  private static final long STACK_BYTES = 256L << 20;

  private Deep() {}

  static <T> T call(Supplier<T> task) {
    var done = new CompletableFuture<T>();
    var thread =
        new Thread(
            null,
            () -> {
              try {
                done.complete(task.get());
              } catch (StackOverflowError e) {
                done.completeExceptionally(
                    new LimitException("limit exceeded: templates in each other are too deep"));
              } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            },
            "render",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return done.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new LimitException("the render was cancelled");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new CompletionException(e);
      }
    }
  }
}
