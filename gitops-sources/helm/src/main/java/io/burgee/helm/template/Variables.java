package io.burgee.helm.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables of a template in use; those of inner blocks come last. */
final class Variables {
  private final List<String> names = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  Variables(@Nullable Object root) {
    push("$", root);
  }

  void push(String name, @Nullable Object value) {
    names.add(name);
    values.add(value);
  }

  int mark() {
    return names.size();
  }

  void pop(int mark) {
    while (names.size() > mark) {
      names.removeLast();
      values.removeLast();
    }
  }

  /** Negative if there is none of that name. */
  int find(String name) {
    for (int i = names.size() - 1; i >= 0; i--) {
      if (names.get(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Nullable Object get(int index) {
    return values.get(index);
  }

  void set(int index, @Nullable Object value) {
    values.set(index, value);
  }

  /** The one that was pushed last is 1. */
  void setTop(int fromTop, @Nullable Object value) {
    values.set(values.size() - fromTop, value);
  }
}
