package io.burgee.helm.render;

import io.burgee.helm.encoding.YamlCodec;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoMap;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Helm's own type of {@code .Values}, which has methods. */
final class ValuesMap extends GoMap {
  private static final GoType TYPE = new GoType("common.Values", Kind.MAP, GoType.ANY);

  ValuesMap(Map<String, @Nullable Object> values) {
    super(TYPE, values);
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return switch (name) {
      case "YAML" -> new GoFunction(name, List.of(), null, a -> YamlCodec.write(this));
      case "AsMap" -> new GoFunction(name, List.of(), null, a -> this);
      case "Table" -> new GoFunction(name, List.of(GoType.STRING), null, a -> table(a.string(0)));
      case "PathValue" ->
          new GoFunction(name, List.of(GoType.STRING), null, a -> value(a.string(0)));
      default -> null;
    };
  }

  private Object table(String path) {
    Object at = this;
    for (var name : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
      if (!(at instanceof Map)) {
        throw new GoException("\"" + name + "\" is not a table");
      }
    }
    return at;
  }

  private Object value(String path) {
    int dot = path.lastIndexOf('.');
    var key = path.substring(dot + 1);
    Object table = dot < 0 ? this : table(path.substring(0, dot));
    Object value = table instanceof Map<?, ?> map ? map.get(key) : null;
    if (value == null || value instanceof Map) {
      throw new GoException("\"" + key + "\" is not a value");
    }
    return value;
  }
}
