package io.burgee.core;

/** A share of the traffic, in percent from 0 to 100. */
public record Weight(int percent) implements Comparable<Weight> {
  public static final Weight ZERO = new Weight(0);
  public static final Weight ALL = new Weight(100);

  public Weight {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("weight " + percent + " is not within 0 and 100");
    }
  }

  /** What is left for the other side. */
  public Weight rest() {
    return new Weight(100 - percent);
  }

  public boolean isZero() {
    return percent == 0;
  }

  @Override
  public int compareTo(Weight other) {
    return Integer.compare(percent, other.percent);
  }

  @Override
  public String toString() {
    return percent + " %";
  }
}
