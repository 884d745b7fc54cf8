package io.burgee.helm.value;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that isn't a {@code map[string]interface{}}, by the type of its values or its name. */
public class GoMap extends AbstractMap<String, @Nullable Object> implements GoTyped {
  private final GoType type;
  private final Map<String, @Nullable Object> entries;

  public GoMap(GoType type, Map<String, @Nullable Object> entries) {
    this.type = type;
    this.entries = entries;
  }

  /** A nil map: empty, and nothing can be put into it. */
  public static GoMap nil(GoType type) {
    return new GoMap(type, Map.of());
  }

  /** Whether nothing can be put into it. */
  public final boolean isNil() {
    return entries == Map.<String, @Nullable Object>of();
  }

  @Override
  public final GoType type() {
    return type;
  }

  @Override
  public final @Nullable Object get(Object key) {
    return entries.get(key);
  }

  @Override
  public final boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public final @Nullable Object put(String key, @Nullable Object value) {
    return entries.put(key, value);
  }

  @Override
  public final Set<Entry<String, @Nullable Object>> entrySet() {
    return entries.entrySet();
  }
}
