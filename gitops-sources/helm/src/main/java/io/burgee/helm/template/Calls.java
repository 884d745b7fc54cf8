package io.burgee.helm.template;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.Arguments;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions and methods: the arguments and their types. */
final class Calls {
  private final Evaluator evaluator;
  private final Meter meter;
  private final Evaluator.Failures failures;

  Calls(Evaluator evaluator, Meter meter, Evaluator.Failures failures) {
    this.evaluator = evaluator;
    this.meter = meter;
    this.failures = failures;
  }

  /**
   * @param words the function's name and its arguments; may be empty if there are none
   * @param last what the command before gave, or {@link Evaluator#MISSING}
   */
  @Nullable Object call(
      @Nullable Object dot,
      GoFunction function,
      Node node,
      String name,
      List<Node.Operand> words,
      @Nullable Object last) {
    meter.step();
    int written = Math.max(0, words.size() - 1);
    int count = written + (last == Evaluator.MISSING ? 0 : 1);
    int fixed = function.parameters().size();
    var rest = function.rest();
    if (rest != null && count < fixed) {
      throw failures.failure(
          "wrong number of args for " + name + ": want at least " + fixed + " got " + written,
          null);
    }
    if (rest == null && count != fixed) {
      throw failures.failure(
          "wrong number of args for " + name + ": want " + fixed + " got " + count, null);
    }
    var values = new @Nullable Object[count];
    for (int i = 0; i < written; i++) {
      values[i] = argument(dot, type(function, i), words.get(i + 1));
    }
    if (last != Evaluator.MISSING) {
      values[written] = checked(last, type(function, written));
    }
    if (function.equals(Builtins.get("call"))) {
      failures.at(node);
      var word = words.size() > 1 ? words.get(1).text() : shown(values[0]);
      var problem = Builtins.notCallable(word, values[0]);
      throw failures.failure("error calling call: " + problem.getMessage(), problem);
    }
    var result = run(function, node, name, values);
    if (result instanceof String text) {
      meter.string(text.length());
    }
    return result;
  }

  /** As reflection shows a value where it has no word for it. */
  private static String shown(@Nullable Object value) {
    var type = GoType.of(value);
    return value instanceof String text ? text : type == null ? "" : "<" + type.name() + " Value>";
  }

  private static GoType type(GoFunction function, int index) {
    var rest = function.rest();
    return index < function.parameters().size() || rest == null
        ? function.parameters().get(index)
        : rest;
  }

  private @Nullable Object run(
      GoFunction function, Node node, String name, @Nullable Object[] values) {
    try {
      return function.body().call(new Arguments(meter, values));
    } catch (LimitException e) {
      throw e;
    } catch (GoException e) {
      failures.at(node);
      throw failures.failure("error calling " + name + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // Go's functions panic where ours meet an index or a cast that can't be.
      failures.at(node);
      throw failures.failure("error calling " + name + ": " + e.getMessage(), e);
    }
  }

  /** {@code and} and {@code or}: arguments behind the one that decides are not evaluated. */
  @Nullable Object shortCircuit(
      @Nullable Object dot, String name, List<Node.Operand> words, @Nullable Object last) {
    int written = Math.max(0, words.size() - 1);
    if (written == 0 && last == Evaluator.MISSING) {
      throw failures.failure("wrong number of args for " + name + ": want at least 1 got 0", null);
    }
    @Nullable Object value = null;
    for (int i = 0; i < written; i++) {
      value = argument(dot, GoType.ANY, words.get(i + 1));
      if (Truth.of(value) == name.equals("or")) {
        return value;
      }
    }
    return last == Evaluator.MISSING ? value : last;
  }

  private @Nullable Object argument(@Nullable Object dot, GoType type, Node.Operand word) {
    failures.at(word);
    return switch (word) {
      case Node.Dot _ -> checked(dot, type);
      case Node.Nil _ -> {
        if (!Zero.canBeNil(type)) {
          throw failures.failure("cannot assign nil to " + type.name(), null);
        }
        yield type.equals(GoType.ANY) ? null : Zero.of(type);
      }
      case Node.Bool _, Node.Numeral _, Node.Literal _ -> constant(type, word);
      default -> checked(evaluator.operand(dot, word), type);
    };
  }

  private @Nullable Object constant(GoType type, Node.Operand word) {
    if (type.equals(GoType.ANY) || type.equals(Builtins.VALUE)) {
      return evaluator.constant(null, word);
    }
    var kind = type.kind();
    if (kind == Kind.BOOL) {
      return word instanceof Node.Bool bool ? bool.value() : expected("bool", word);
    }
    if (kind == Kind.STRING) {
      return word instanceof Node.Literal literal ? literal.value() : expected("string", word);
    }
    var number = word instanceof Node.Numeral numeral ? numeral.value() : null;
    if (kind.isReal()) {
      return number != null && number.real() != null ? number.real() : expected("float", word);
    }
    if (kind.isSigned()) {
      return number != null && number.integer() != null
          ? integer(type, number.integer())
          : expected("integer", word);
    }
    if (kind.isUnsigned()) {
      return number != null && number.unsigned() != null
          ? integer(type, number.unsigned())
          : expected("unsigned integer", word);
    }
    throw failures.failure("can't handle " + word.text() + " for arg of type " + type.name(), null);
  }

  private static Object integer(GoType type, long bits) {
    return type.equals(GoType.INT) ? (Object) bits : GoInteger.of(type, bits);
  }

  private Object expected(String what, Node.Operand word) {
    throw failures.failure("expected " + what + "; found " + word.text(), null);
  }

  /** The value as one of that type. */
  private @Nullable Object checked(@Nullable Object boxed, GoType type) {
    if (type.equals(GoType.ANY)) {
      return Boxed.open(boxed);
    }
    if (type.equals(Builtins.VALUE)) {
      return boxed;
    }
    if (boxed == null) {
      if (Zero.canBeNil(type)) {
        return Zero.of(type);
      }
      throw failures.failure("invalid value; expected " + type.name(), null);
    }
    var value = Boxed.open(boxed);
    var own = value == null ? GoType.ANY : GoType.of(value);
    if (value == null || own == null || !isAssignable(own, type)) {
      throw failures.failure(
          "wrong type for value; expected "
              + type.name()
              + "; got "
              + (own == null ? "nil" : own.name()),
          null);
    }
    return value;
  }

  private static boolean isAssignable(GoType own, GoType type) {
    if (own.name().equals(type.name())) {
      return true;
    }
    // A named type is as good as the type it is made of, if the other has no name.
    return own.kind() == type.kind()
        && (own.kind() == Kind.MAP || own.kind() == Kind.SLICE)
        && own.element() != null
        && own.element().equals(type.element())
        && (isUnnamed(own) || isUnnamed(type));
  }

  private static boolean isUnnamed(GoType type) {
    return type.name().startsWith("[]") || type.name().startsWith("map[");
  }
}
