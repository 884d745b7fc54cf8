package io.burgee.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All states that were seen, two longs each: a state is made of parts that recur, and each part is
 * kept once. States are numbered in the order in which they were added.
 */
final class Seen {
  private static final int FIRST_SIZE = 1 << 12;

  private final Parts parts;
  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private int[] slots = new int[FIRST_SIZE * 2];
  private int size;

  Seen(Parts parts) {
    this.parts = parts;
    Arrays.fill(slots, -1);
  }

  /** What states are made of; may be shared. */
  static final class Parts {
    private final Numbers<Canary> canaries = new Numbers<>(20);
    private final Numbers<Cluster> clusters = new Numbers<>(20);
    private final Numbers<History> histories = new Numbers<>(12);
    private final Numbers<Object> positions = new Numbers<>(30);
  }

  /** Each value once, numbered. */
  private static final class Numbers<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();
    private final int bits;

    Numbers(int bits) {
      this.bits = bits;
    }

    long of(T value) {
      var known = numbers.get(value);
      if (known != null) {
        return known;
      }
      var number = values.size();
      if (number >>> bits != 0) {
        throw new IllegalStateException("more than 2^" + bits + " different parts");
      }
      numbers.put(value, number);
      values.add(value);
      return number;
    }

    T at(long number) {
      return values.get((int) number);
    }
  }

  /** The state's number if it is new, else {@code -1 - number}. */
  int add(State s) {
    var h =
        parts.canaries.of(s.canary()) << 32
            | parts.clusters.of(s.cluster()) << 12
            | parts.histories.of(s.history());
    var l = parts.positions.of(s.operator()) << 30 | parts.positions.of(s.former());
    var slot = find(h, l);
    if (slots[slot] >= 0) {
      return -1 - slots[slot];
    }
    if (size == high.length) {
      grow();
      slot = find(h, l);
    }
    high[size] = h;
    low[size] = l;
    slots[slot] = size;
    return size++;
  }

  @SuppressWarnings("unchecked")
  State get(int number) {
    var h = high[number];
    var l = low[number];
    return new State(
        parts.canaries.at(h >>> 32),
        parts.clusters.at(h >>> 12 & 0xfffff),
        (Position) parts.positions.at(l >>> 30),
        (java.util.Optional<Position>) parts.positions.at(l & 0x3fffffff),
        parts.histories.at(h & 0xfff));
  }

  int size() {
    return size;
  }

  private int find(long h, long l) {
    var mask = slots.length - 1;
    var slot = (int) (mix(h * 31 + l) & mask);
    while (slots[slot] >= 0 && (high[slots[slot]] != h || low[slots[slot]] != l)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static long mix(long x) {
    var y = (x ^ x >>> 32) * 0x9E3779B97F4A7C15L;
    return y ^ y >>> 29;
  }

  private void grow() {
    high = Arrays.copyOf(high, size * 2);
    low = Arrays.copyOf(low, size * 2);
    slots = new int[size * 4];
    Arrays.fill(slots, -1);
    for (int i = 0; i < size; i++) {
      slots[find(high[i], low[i])] = i;
    }
  }
}
