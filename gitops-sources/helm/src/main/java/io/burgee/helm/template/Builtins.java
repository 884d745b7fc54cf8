package io.burgee.helm.template;

import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import io.burgee.helm.value.format.GoFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that every template has. */
final class Builtins {
  /** Takes what there is as it is held, {@link Boxed} too. */
  static final GoType VALUE = GoType.named("reflect.Value", Kind.INTERFACE);

  private static final Map<String, GoFunction> ALL = new HashMap<>();

  static {
    // These need more than their arguments' values, and are done where those are evaluated.
    add("call", List.of(GoType.ANY), Builtins::unreachable);
    add("and", List.of(GoType.ANY), Builtins::unreachable);
    add("or", List.of(GoType.ANY), Builtins::unreachable);
    add("not", a -> !Truth.of(a.any(0)));
    ALL.put("len", new GoFunction("len", List.of(VALUE), null, a -> Indexing.length(a.any(0))));
    add("index", List.of(GoType.ANY), a -> Indexing.index(a.any(0), a.rest(1)));
    add("slice", List.of(GoType.ANY), a -> Indexing.slice(a.any(0), a.rest(1)));
    add("print", List.of(), a -> GoFormat.sprint(a.rest(0)));
    add("println", List.of(), a -> GoFormat.sprintln(a.rest(0)));
    add("printf", List.of(GoType.STRING), a -> GoFormat.sprintf(a.string(0), a.rest(1)));
    add("html", List.of(), a -> Escaping.html(text(a)));
    add("js", List.of(), a -> Escaping.js(text(a)));
    add("urlquery", List.of(), a -> Escaping.urlQuery(text(a)));
    add("eq", List.of(GoType.ANY), a -> Comparison.equal(a.any(0), a.rest(1)));
    compare("ne", a -> !Comparison.equal(a.any(0), a.any(1)));
    compare("lt", a -> Comparison.less(a.any(0), a.any(1)));
    compare("le", a -> Comparison.lessOrEqual(a.any(0), a.any(1)));
    compare("gt", a -> !Comparison.lessOrEqual(a.any(0), a.any(1)));
    compare("ge", a -> !Comparison.less(a.any(0), a.any(1)));
  }

  private Builtins() {}

  static @Nullable GoFunction get(String name) {
    return ALL.get(name);
  }

  private static void add(String name, GoFunction.Body body) {
    ALL.put(name, new GoFunction(name, List.of(GoType.ANY), null, body));
  }

  private static void add(String name, List<GoType> first, GoFunction.Body body) {
    ALL.put(name, new GoFunction(name, first, GoType.ANY, body));
  }

  private static void compare(String name, GoFunction.Body body) {
    ALL.put(name, new GoFunction(name, List.of(GoType.ANY, GoType.ANY), null, body));
  }

  private static String text(Arguments arguments) {
    boolean one = arguments.count() == 1;
    return one && arguments.any(0) instanceof String text
        ? text
        : GoFormat.sprint(arguments.rest(0).stream().map(Builtins::printable).toList());
  }

  /** What {@code call} says: there are no values that are functions. */
  static GoException notCallable(String word, @Nullable Object value) {
    var type = GoType.of(value);
    return new GoException(
        type == null ? "call of nil" : "non-function " + word + " of type " + type.name());
  }

  private static Object printable(@Nullable Object value) {
    return value == null ? "<no value>" : value;
  }

  private static Object unreachable(Arguments arguments) {
    throw new IllegalStateException(arguments.count() + " arguments are evaluated one by one");
  }
}
