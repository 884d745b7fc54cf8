package io.burgee.helm.template;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.format.GoQuote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What pipelines, fields and variables of one template are worth. */
final class Evaluator {
  /** Whom to tell where it is, and what fails there. */
  interface Failures {
    void at(Node node);

    ExecException failure(String message, @Nullable Throwable wrapped);
  }

  /** No value comes from the command before. */
  static final Object MISSING = new Object();

  private final FunctionLookup functions;
  private final Meter meter;
  private final MissingKey missingKey;
  private final Variables variables;
  private final Failures failures;
  private final Calls calls;

  Evaluator(
      FunctionLookup functions,
      Meter meter,
      MissingKey missingKey,
      Variables variables,
      Failures failures) {
    this.functions = functions;
    this.meter = meter;
    this.missingKey = missingKey;
    this.variables = variables;
    this.failures = failures;
    this.calls = new Calls(this, meter, failures);
  }

  /** Never {@link Boxed}. */
  @Nullable Object pipeline(@Nullable Object dot, Node.Pipe pipe) {
    meter.step();
    failures.at(pipe);
    @Nullable Object value = MISSING;
    for (var command : pipe.commands()) {
      value = Boxed.open(command(dot, command, value));
    }
    for (var variable : pipe.declared()) {
      if (pipe.assigns()) {
        variables.set(index(variable.name()), value);
      } else {
        variables.push(variable.name(), value);
      }
    }
    return value;
  }

  private int index(String variable) {
    int index = variables.find(variable);
    if (index < 0) {
      throw failures.failure("undefined variable: " + variable, null);
    }
    return index;
  }

  private @Nullable Object command(
      @Nullable Object dot, Node.Command command, @Nullable Object last) {
    var words = command.words();
    var first = words.getFirst();
    switch (first) {
      case Node.Field field -> {
        failures.at(field);
        return fields(dot, dot, field, field.fields(), words, last);
      }
      case Node.Chain chain -> {
        return chain(dot, chain, words, last);
      }
      case Node.Identifier identifier -> {
        failures.at(identifier);
        return function(dot, identifier, command, words, last);
      }
      case Node.Pipe pipe -> {
        refuseArguments(words, last);
        return pipeline(dot, pipe);
      }
      case Node.Variable variable -> {
        return variable(dot, variable, words, last);
      }
      default -> {
        failures.at(first);
        refuseArguments(words, last);
        if (first instanceof Node.Nil) {
          throw failures.failure("nil is not a command", null);
        }
        return constant(dot, first);
      }
    }
  }

  private void refuseArguments(List<Node.Operand> words, @Nullable Object last) {
    if (words.size() > 1 || last != MISSING) {
      throw failures.failure(
          "can't give argument to non-function " + words.getFirst().text(), null);
    }
  }

  /** A constant where any type will do; or the dot. */
  @Nullable Object constant(@Nullable Object dot, Node.Operand operand) {
    return switch (operand) {
      case Node.Bool bool -> bool.value();
      case Node.Literal literal -> literal.value();
      case Node.Dot _ -> dot;
      case Node.Numeral numeral -> {
        failures.at(numeral);
        if (numeral.value().ideal() == null) {
          throw failures.failure(numeral.content() + " overflows int", null);
        }
        yield numeral.value().ideal();
      }
      default ->
          throw failures.failure("can't evaluate command " + GoQuote.quote(operand.text()), null);
    };
  }

  /** What a word that isn't a constant is worth as an argument. */
  @Nullable Object operand(@Nullable Object dot, Node.Operand operand) {
    failures.at(operand);
    return switch (operand) {
      case Node.Field field -> fields(dot, dot, field, field.fields(), List.of(), MISSING);
      case Node.Variable variable -> variable(dot, variable, List.of(), MISSING);
      case Node.Pipe pipe -> pipeline(dot, pipe);
      case Node.Identifier identifier -> {
        var value = function(dot, identifier, identifier, List.of(), MISSING);
        yield value == null ? Boxed.NIL : value;
      }
      case Node.Chain chain -> chain(dot, chain, List.of(), MISSING);
      default -> constant(dot, operand);
    };
  }

  private @Nullable Object chain(
      @Nullable Object dot, Node.Chain chain, List<Node.Operand> words, @Nullable Object last) {
    failures.at(chain);
    if (chain.of() instanceof Node.Nil) {
      throw failures.failure("indirection through explicit nil in " + chain.text(), null);
    }
    return fields(dot, operand(dot, chain.of()), chain, chain.fields(), words, last);
  }

  private @Nullable Object variable(
      @Nullable Object dot,
      Node.Variable variable,
      List<Node.Operand> words,
      @Nullable Object last) {
    failures.at(variable);
    var value = variables.get(index(variable.name()));
    if (!variable.fields().isEmpty()) {
      return fields(dot, value, variable, variable.fields(), words, last);
    }
    if (words.size() > 1 || last != MISSING) {
      refuseArguments(words.isEmpty() ? List.of(variable) : words, last);
    }
    return value;
  }

  private @Nullable Object fields(
      @Nullable Object dot,
      @Nullable Object receiver,
      Node node,
      List<String> names,
      List<Node.Operand> words,
      @Nullable Object last) {
    var value = receiver;
    int end = names.size() - 1;
    for (int i = 0; i < end; i++) {
      value = field(dot, names.get(i), node, List.of(), MISSING, value);
    }
    return field(dot, names.get(end), node, words, last, value);
  }

  private @Nullable Object field(
      @Nullable Object dot,
      String name,
      Node node,
      List<Node.Operand> words,
      @Nullable Object last,
      @Nullable Object boxed) {
    meter.step();
    if (boxed == null) {
      if (missingKey == MissingKey.ERROR) {
        throw failures.failure("nil data; no entry for key " + GoQuote.quote(name), null);
      }
      return null;
    }
    var receiver = Boxed.open(boxed);
    if (receiver == null) {
      throw failures.failure("nil pointer evaluating interface {}." + name, null);
    }
    boolean arguments = words.size() > 1 || last != MISSING;
    if (receiver instanceof GoTyped typed) {
      var method = typed.method(name);
      if (method != null) {
        return calls.call(dot, method, node, name, words, last);
      }
      if (typed.hasField(name)) {
        if (arguments) {
          throw failures.failure(name + " has arguments but cannot be invoked as function", null);
        }
        return typed.field(name);
      }
    }
    if (receiver instanceof Map<?, ?> map) {
      if (arguments) {
        throw failures.failure(name + " is not a method but has arguments", null);
      }
      return entry(map, name);
    }
    var type = boxed instanceof Boxed ? GoType.ANY : GoType.of(receiver);
    throw failures.failure(
        "can't evaluate field " + name + " in type " + (type == null ? "nil" : type.name()), null);
  }

  private @Nullable Object entry(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null && missingKey == MissingKey.ERROR && !map.containsKey(key)) {
      throw failures.failure("map has no entry for key " + GoQuote.quote(key), null);
    }
    var element = map instanceof GoTyped typed ? typed.type().element() : GoType.ANY;
    if (element == null || element.equals(GoType.ANY)) {
      return Boxed.of(value);
    }
    return value == null ? Zero.of(element) : value;
  }

  private @Nullable Object function(
      @Nullable Object dot,
      Node.Identifier identifier,
      Node command,
      List<Node.Operand> words,
      @Nullable Object last) {
    var name = identifier.name();
    GoFunction function = functions.get(name);
    if (function != null) {
      return calls.call(dot, function, command, name, words, last);
    }
    if (name.equals("and") || name.equals("or")) {
      return calls.shortCircuit(dot, name, words, last);
    }
    function = Builtins.get(name);
    if (function == null) {
      throw failures.failure(GoQuote.quote(name) + " is not a defined function", null);
    }
    return calls.call(dot, function, command, name, words, last);
  }
}
