package io.burgee.api.validation;

import io.burgee.api.Extensible;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One object under validation: rules name its fields, and what they find goes to one list. */
record Scope(String path, List<Problem> problems) {

  Scope in(String field) {
    return new Scope(path + "." + field, problems);
  }

  Scope in(String list, int index) {
    return in(list + "[" + index + "]");
  }

  void report(String field, @Nullable Object value, String message) {
    problems.add(new Problem(path + "." + field, value, message));
  }

  void must(boolean holds, String field, @Nullable Object value, String message) {
    if (!holds) {
      report(field, value, message);
    }
  }

  /** Whether the field is there; if not, that is reported. */
  boolean present(String field, @Nullable Object value) {
    var present = value != null && !value.equals("");
    must(present, field, null, "must be set");
    return present;
  }

  /** Absent or empty is allowed. */
  void oneOf(String field, @Nullable String value, Collection<String> allowed) {
    if (value != null && !value.isEmpty() && !allowed.contains(value)) {
      report(
          field, value, "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
    }
  }

  /** Absent is allowed. */
  void atLeast(Extensible owner, String field, @Nullable Integer value, int low) {
    range(owner, field, value, low, Integer.MAX_VALUE, "a whole number of at least " + low);
  }

  /** Absent is allowed. */
  void between(Extensible owner, String field, @Nullable Integer value, int low, int high) {
    range(owner, field, value, low, high, "a whole number between " + low + " and " + high);
  }

  private void range(
      Extensible owner, String field, @Nullable Integer value, int low, int high, String allowed) {
    var holds = value != null && value >= low && value <= high;
    var shown = value != null ? value : owner.getOthers().get(field);
    must(holds || shown == null, field, shown, "must be " + allowed);
  }

  /** Absent or empty is allowed. */
  void duration(String field, @Nullable String value) {
    duration(field, value, time -> !time.isNegative(), "must not be negative");
  }

  /** Absent or empty is allowed. */
  void positiveDuration(String field, @Nullable String value) {
    duration(field, value, Duration::isPositive, "must be longer than 0s");
  }

  private void duration(
      String field, @Nullable String value, Predicate<Duration> allowed, String message) {
    if (value == null || value.isEmpty()) {
      return;
    }
    try {
      must(allowed.test(Durations.parse(value)), field, value, message);
    } catch (IllegalArgumentException e) {
      report(field, value, "must be a duration: " + e.getMessage());
    }
  }

  /** The elements of a list that may be absent. */
  static <T> List<T> each(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
