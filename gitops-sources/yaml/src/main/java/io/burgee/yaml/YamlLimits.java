package io.burgee.yaml;

/**
 * How much a text may ask for. All counts are of one call of the reader.
 *
 * @param depth how deep values may be nested
 * @param nodes how many nodes there may be, those copied for aliases included
 * @param characters how long the text may be, in UTF-16 units
 */
public record YamlLimits(int depth, int nodes, int characters) {
  public static final YamlLimits DEFAULT = new YamlLimits(1_000, 2_000_000, 64 << 20);
}
