package io.burgee.helm.limit;

import java.time.Duration;

/**
 * How much one render may use. Beyond a limit it fails, with the place in the chart; nothing else
 * is harmed.
 *
 * @param steps nodes of templates executed, items looked at by functions included
 * @param depth of templates, includes and tpl calls in each other
 * @param output bytes of all files that were rendered, together
 * @param string length of one string, in UTF-16 units
 * @param list items of one list
 * @param allocation bytes of all strings and lists that were made, whether in use or not
 * @param time from the start
 */
public record RenderLimits(
    long steps, int depth, long output, int string, int list, long allocation, Duration time) {
  /** No string is longer, whatever a render may have: printers of values in values look at this. */
  public static final int LONGEST_STRING = 16 << 20;

  /** Far above what charts take: the largest public ones take a ninth of it, of time less. */
  public static final RenderLimits DEFAULT =
      new RenderLimits(
          10_000_000, 2_000, 32 << 20, LONGEST_STRING, 1_000_000, 128 << 20, Duration.ofMinutes(1));
}
