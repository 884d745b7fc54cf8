package io.burgee.helm.value;

import io.burgee.helm.limit.Meter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a function was called with, by position; already of the types it takes. */
public final class Arguments {
  private final Meter meter;
  private final @Nullable Object[] values;

  public Arguments(Meter meter, @Nullable Object... values) {
    this.meter = meter;
    this.values = values;
  }

  /** Whom to ask before something large is made. */
  public Meter meter() {
    return meter;
  }

  public int count() {
    return values.length;
  }

  public @Nullable Object any(int index) {
    return values[index];
  }

  public String string(int index) {
    return (String) present(index);
  }

  /** An argument of any integer type. */
  public long integer(int index) {
    return switch (present(index)) {
      case Long number -> number;
      case GoInteger number -> number.bits();
      case Object other -> throw new IllegalArgumentException("no integer: " + other);
    };
  }

  public double real(int index) {
    return (Double) present(index);
  }

  public boolean bool(int index) {
    return (Boolean) present(index);
  }

  @SuppressWarnings("unchecked") // keys of all maps here are strings
  public Map<String, @Nullable Object> dict(int index) {
    return (Map<String, @Nullable Object>) present(index);
  }

  @SuppressWarnings("unchecked") // any value may be in a list
  public List<@Nullable Object> list(int index) {
    return (List<@Nullable Object>) present(index);
  }

  /** Those from there on; a view. */
  public List<@Nullable Object> rest(int from) {
    return Collections.unmodifiableList(Arrays.asList(values).subList(from, values.length));
  }

  private Object present(int index) {
    return Objects.requireNonNull(values[index]);
  }
}
