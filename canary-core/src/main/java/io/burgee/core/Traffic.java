package io.burgee.core;

/**
 * Which requests the canary gets.
 *
 * @param canary its share of the requests that no rule claims; the primary has the rest
 * @param mirrored it also gets copies whose answers nobody sees
 * @param matched requests that match the analysis' conditions all go to it
 */
public record Traffic(Weight canary, boolean mirrored, boolean matched) {
  public static final Traffic NONE = new Traffic(Weight.ZERO, false, false);

  /** Copies of requests only. */
  public static final Traffic MIRROR = new Traffic(Weight.ZERO, true, false);

  /** What matches the conditions only. */
  public static final Traffic MATCHED = new Traffic(Weight.ZERO, false, true);

  public static Traffic of(Weight canary) {
    return new Traffic(canary, false, false);
  }

  /** Whether the canary gets any request at all. */
  public boolean reachesCanary() {
    return !canary.isZero() || mirrored || matched;
  }

  /** Whether the primary gets any request at all. */
  public boolean reachesPrimary() {
    return canary.percent() < 100;
  }
}
