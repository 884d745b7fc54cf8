package io.burgee.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stable sort that doesn't mind an order with a contradiction in it, which the order of keys has
 * for numbers that overflow; the library's sort throws then.
 */
final class MergeSort {
  private MergeSort() {}

  static <T> void sort(List<T> list, Comparator<? super T> order) {
    if (list.size() < 2) {
      return;
    }
    int middle = list.size() / 2;
    var left = new ArrayList<>(list.subList(0, middle));
    var right = new ArrayList<>(list.subList(middle, list.size()));
    sort(left, order);
    sort(right, order);
    int l = 0;
    int r = 0;
    for (int i = 0; i < list.size(); i++) {
      boolean takeLeft =
          r == right.size() || (l < left.size() && order.compare(left.get(l), right.get(r)) <= 0);
      list.set(i, takeLeft ? left.get(l++) : right.get(r++));
    }
  }
}
