package io.burgee.helm.limit;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** What one render has used of its limits. Not safe for use by several threads. */
public final class Meter {
  private static final int LOOK_EVERY = 1024;

  /** About what a string takes besides its characters. */
  private static final int STRING_BYTES = 48;

  /** A character beyond Latin 1 makes all characters of its string that long. */
  private static final int CHARACTER_BYTES = 2;

  /** About what a list or dict takes, and each of its items. */
  private static final int CONTAINER_BYTES = 128;

  private static final int ITEM_BYTES = 48;

  private final RenderLimits limits;
  private final BooleanSupplier cancelled;
  private final LongSupplier nanoTime;
  private final long start;
  private long steps;
  private long lookAt = LOOK_EVERY;
  private int depth;
  private long output;
  private long allocation;

  public Meter(RenderLimits limits, BooleanSupplier cancelled, LongSupplier nanoTime) {
    this.limits = limits;
    this.cancelled = cancelled;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  public RenderLimits limits() {
    return limits;
  }

  /** One node executed, one item of a range, one item compared. */
  public void step() {
    steps(1);
  }

  public void steps(long more) {
    steps += more;
    if (steps >= lookAt) {
      lookAt = steps + LOOK_EVERY;
      look();
    }
  }

  private void look() {
    check(steps, limits.steps(), "steps");
    if (cancelled.getAsBoolean()) {
      throw new LimitException("the render was cancelled");
    }
    if (nanoTime.getAsLong() - start > limits.time().toNanos()) {
      throw new LimitException("the render took longer than " + limits.time().toMillis() + " ms");
    }
  }

  /** A template, include or tpl begins; {@link #leave} must follow. */
  public void enter() {
    depth++;
    check(depth, limits.depth(), "templates in each other");
  }

  public void leave() {
    depth--;
  }

  /** That many bytes more of a file. */
  public void output(long more) {
    output += more;
    check(output, limits.output(), "bytes of output");
  }

  /** Before a string of that length is made. */
  public void string(long length) {
    check(length, limits.string(), "characters in a string");
    allocate(STRING_BYTES + length * CHARACTER_BYTES);
  }

  /** While a string is being made that may become longer than any. */
  public static void requireShort(long length) {
    check(length, RenderLimits.LONGEST_STRING, "characters in a string");
  }

  /** Before a list or dict of that size is made. */
  public void list(long size) {
    check(size, limits.list(), "items in a list");
    allocate(CONTAINER_BYTES + size * ITEM_BYTES);
  }

  /** Before one more value is put into a list or dict that is being read. */
  public void item() {
    step();
    allocate(CONTAINER_BYTES);
  }

  private void allocate(long bytes) {
    allocation += bytes;
    check(allocation, limits.allocation(), "bytes of values");
  }

  private static void check(long used, long limit, String what) {
    if (used > limit) {
      throw new LimitException("limit exceeded: more than " + limit + " " + what);
    }
  }
}
