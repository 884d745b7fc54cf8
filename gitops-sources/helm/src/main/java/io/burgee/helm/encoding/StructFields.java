package io.burgee.helm.encoding;

import io.burgee.yaml.PrettyWriter;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A struct's fields, in the order of the struct. */
final class StructFields extends AbstractMap<String, @Nullable Object>
    implements PrettyWriter.Fields {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  StructFields(Map<?, ?> struct, UnaryOperator<String> name) {
    struct.forEach((key, value) -> fields.put(name.apply((String) key), value));
  }

  @Override
  public @Nullable Object get(Object key) {
    return fields.get(key);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return fields.entrySet();
  }
}
