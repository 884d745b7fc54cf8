package io.burgee.kustomize.limit;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildLimits;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What one build has used of its limits. Not safe for use by several threads: a build is one
 * thread's.
 */
public final class Budget {
  private static final int LOOK_EVERY = 1024;

  private final BuildLimits limits;
  private final BooleanSupplier cancelled;
  private final LongSupplier nanoTime;
  private final long start;
  private long bytes;
  private long work;

  public Budget(BuildLimits limits, BooleanSupplier cancelled, LongSupplier nanoTime) {
    this.limits = limits;
    this.cancelled = cancelled;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  public BuildLimits limits() {
    return limits;
  }

  /** Counts a small piece of work; now and then looks whether the build must end. */
  public void work() {
    if (++work % LOOK_EVERY == 0) {
      look();
    }
  }

  /** Ends the build if its time is over or its caller doesn't want it any more. */
  public void look() {
    if (cancelled.getAsBoolean()) {
      throw new BuildException("the build was cancelled");
    }
    if (nanoTime.getAsLong() - start > limits.time().toNanos()) {
      throw new BuildException("the build took longer than " + limits.time().toMillis() + " ms");
    }
  }

  /** Counts bytes that were read, or made by growing what was read. */
  public void bytes(long more) {
    bytes += more;
    if (bytes > limits.bytes()) {
      throw new BuildException("the build needs more than " + limits.bytes() + " bytes");
    }
  }

  /** Checks how many objects there are now. */
  public void objects(int count) {
    if (count > limits.objects()) {
      throw new BuildException("the build makes more than " + limits.objects() + " objects");
    }
  }
}
