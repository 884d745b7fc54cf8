package io.burgee.helm.value;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What a struct is in JSON: its fields stay in their order, while those of maps are sorted. */
public final class GoFields extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1;

  /** Adds one more. */
  public GoFields with(String name, @Nullable Object value) {
    put(name, value);
    return this;
  }
}
