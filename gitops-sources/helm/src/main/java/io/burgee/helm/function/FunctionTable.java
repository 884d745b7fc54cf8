package io.burgee.helm.function;

import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions by name. Groups of functions add theirs; then it doesn't change any more. */
public final class FunctionTable {
  private final Map<String, GoFunction> functions = new HashMap<>();

  FunctionTable() {}

  /** Adds a function that takes exactly these. */
  void add(String name, List<GoType> takes, GoFunction.Body body) {
    put(new GoFunction(name, takes, null, body));
  }

  /** Adds a function that takes these and any number of {@code rest}. */
  void add(String name, List<GoType> takes, GoType rest, GoFunction.Body body) {
    put(new GoFunction(name, takes, rest, body));
  }

  /** The same function by another name; errors tell the name that was called. */
  void alias(String name, String of) {
    var function = functions.get(of);
    if (function == null) {
      throw new IllegalArgumentException(of);
    }
    put(new GoFunction(name, function.parameters(), function.rest(), function.body()));
  }

  private void put(GoFunction function) {
    if (functions.put(function.name(), function) != null) {
      throw new IllegalArgumentException("there are two functions " + function.name());
    }
  }

  public @Nullable GoFunction get(String name) {
    return functions.get(name);
  }

  public Set<String> names() {
    return Set.copyOf(functions.keySet());
  }
}
