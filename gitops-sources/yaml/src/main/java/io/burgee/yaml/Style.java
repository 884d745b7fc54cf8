package io.burgee.yaml;

/** How a scalar was written. {@link #PLAIN} text may be read as another type than a string. */
public enum Style {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED
}
