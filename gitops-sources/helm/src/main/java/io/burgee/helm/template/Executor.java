package io.burgee.helm.template;

import io.burgee.helm.limit.Excerpt;
import io.burgee.helm.limit.LimitException;
import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoStrings;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.format.GoFormat;
import io.burgee.helm.value.format.GoQuote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes templates. Not safe for use by several threads; {@link Templates} are. */
public final class Executor {
  private final Templates templates;
  private final FunctionLookup functions;
  private final Meter meter;
  private final MissingKey missingKey;

  /**
   * @param functions those that the templates were parsed with; they come before text/template's
   *     own
   */
  public Executor(
      Templates templates, FunctionLookup functions, Meter meter, MissingKey missingKey) {
    this.templates = templates;
    this.functions = functions;
    this.meter = meter;
    this.missingKey = missingKey;
  }

  /**
   * Appends what the template gives for that data.
   *
   * @throws ExecException if it fails; what was appended until then stays
   * @throws io.burgee.helm.value.GoException if there is no such template
   * @throws LimitException if it asks for more than it may have
   */
  public void execute(String name, @Nullable Object data, StringBuilder out) {
    var tree = templates.get(name);
    if (tree == null) {
      throw new IllegalArgumentException("no template " + name);
    }
    meter.enter();
    try {
      new Run(tree, data, out).walk(data, tree.root());
    } finally {
      meter.leave();
    }
  }

  /** How a node ended. */
  private enum End {
    NORMAL,
    BREAK,
    CONTINUE
  }

  /** One template being executed. */
  private final class Run implements Evaluator.Failures {
    private final Tree tree;
    private final StringBuilder out;
    private final Variables variables;
    private final Evaluator evaluator;
    private Node at;

    Run(Tree tree, @Nullable Object data, StringBuilder out) {
      this.tree = tree;
      this.out = out;
      this.variables = new Variables(data);
      this.evaluator = new Evaluator(functions, meter, missingKey, variables, this);
      this.at = tree.root();
    }

    @Override
    public void at(Node node) {
      at = node;
    }

    @Override
    public ExecException failure(String message, @Nullable Throwable wrapped) {
      return new ExecException(
          "template: "
              + Place.of(tree, at.position())
              + ": executing "
              + Excerpt.source(GoQuote.quote(tree.name()))
              + " at <"
              + Excerpt.source(at.text())
              + ">: "
              + message,
          wrapped);
    }

    private End walk(@Nullable Object dot, Node node) {
      meter.step();
      at = node;
      switch (node) {
        case Node.Text text -> append(text.content());
        case Node.Action action -> {
          var value = pipeline(dot, action.pipe());
          if (action.pipe().declared().isEmpty()) {
            at = node;
            append(printed(value));
          }
        }
        case Node.Sequence sequence -> {
          for (var each : sequence.nodes()) {
            var end = walk(dot, each);
            if (end != End.NORMAL) {
              return end;
            }
          }
        }
        case Node.Branch branch -> {
          return branch.kind() == TokenKind.RANGE ? range(dot, branch) : ifOrWith(dot, branch);
        }
        case Node.Call call -> call(dot, call);
        case Node.Break _ -> {
          return End.BREAK;
        }
        case Node.Continue _ -> {
          return End.CONTINUE;
        }
        default -> throw failure("unknown node: " + node.text(), null);
      }
      return End.NORMAL;
    }

    private @Nullable Object pipeline(@Nullable Object dot, Node.Pipe pipe) {
      try {
        return evaluator.pipeline(dot, pipe);
      } catch (LimitException e) {
        throw e.at(Place.of(tree, at.position()));
      }
    }

    private void append(String text) {
      try {
        meter.output(text.length());
      } catch (LimitException e) {
        throw e.at(Place.of(tree, at.position()));
      }
      out.append(text);
    }

    private String printed(@Nullable Object value) {
      if (value instanceof String text) {
        return text;
      }
      if (value instanceof GoTyped typed) {
        var shown = typed.printed();
        return shown == null ? GoFormat.text(value) : shown;
      }
      return value == null ? "<no value>" : GoFormat.text(value);
    }

    private End ifOrWith(@Nullable Object dot, Node.Branch branch) {
      int mark = variables.mark();
      var value = pipeline(dot, branch.pipe());
      var end = End.NORMAL;
      if (Truth.of(value)) {
        end = walk(branch.kind() == TokenKind.WITH ? value : dot, branch.body());
      } else if (branch.otherwise() != null) {
        end = walk(dot, branch.otherwise());
      }
      variables.pop(mark);
      return end;
    }

    private void call(@Nullable Object dot, Node.Call call) {
      var target = templates.get(call.name());
      if (target == null) {
        throw failure("template " + GoQuote.quote(call.name()) + " not defined", null);
      }
      var data = call.pipe() == null ? null : pipeline(dot, call.pipe());
      enter();
      try {
        new Run(target, data, out).walk(data, target.root());
      } finally {
        meter.leave();
      }
    }

    private void enter() {
      try {
        meter.enter();
      } catch (LimitException e) {
        throw e.at(Place.of(tree, at.position()));
      }
    }

    private End range(@Nullable Object dot, Node.Branch branch) {
      int mark = variables.mark();
      var value = pipeline(dot, branch.pipe());
      var end = End.NORMAL;
      if (!iterate(value, branch) && branch.otherwise() != null) {
        end = walk(dot, branch.otherwise());
      }
      variables.pop(mark);
      return end;
    }

    /** False if there was nothing to range over. */
    private boolean iterate(@Nullable Object value, Node.Branch branch) {
      return switch (value) {
        case null -> false;
        case Map<?, ?> map -> overMap(map, branch);
        case List<?> list -> overList(list, branch);
        case byte[] bytes -> overBytes(bytes, branch);
        case Long count -> overCount(GoType.INT, count, branch);
        case GoInteger count -> overCount(count.type(), count.bits(), branch);
        default -> throw failure("range can't iterate over " + GoFormat.text(value), null);
      };
    }

    private boolean overMap(Map<?, ?> map, Node.Branch branch) {
      boolean boxed = isOfAny(map);
      meter.steps(map.size());
      var keys = map.keySet().stream().map(String.class::cast).sorted(GoStrings.ORDER).toList();
      for (var key : keys) {
        Object item = map.get(key);
        if (iteration(key, boxed ? Boxed.of(item) : item, branch) == End.BREAK) {
          break;
        }
      }
      return !keys.isEmpty();
    }

    private boolean overList(List<?> list, Node.Branch branch) {
      boolean boxed = isOfAny(list);
      int size = list.size();
      for (int i = 0; i < size; i++) {
        Object item = list.get(i);
        if (iteration((long) i, boxed ? Boxed.of(item) : item, branch) == End.BREAK) {
          break;
        }
      }
      return size > 0;
    }

    private boolean overBytes(byte[] bytes, Node.Branch branch) {
      for (int i = 0; i < bytes.length; i++) {
        var item = GoInteger.of(GoType.UINT8, bytes[i] & 0xFF);
        if (iteration((long) i, item, branch) == End.BREAK) {
          break;
        }
      }
      return bytes.length > 0;
    }

    private boolean overCount(GoType type, long count, Node.Branch branch) {
      if (branch.pipe().declared().size() > 1) {
        throw failure("can't use " + count + " to iterate over more than one variable", null);
      }
      for (long i = 0; i < count; i++) {
        Object item = type.equals(GoType.INT) ? (Object) i : GoInteger.of(type, i);
        if (iteration(null, item, branch) == End.BREAK) {
          break;
        }
      }
      return count > 0;
    }

    private static boolean isOfAny(Object container) {
      var element = java.util.Objects.requireNonNull(GoType.of(container)).element();
      return element != null && element.equals(GoType.ANY);
    }

    private End iteration(@Nullable Object key, @Nullable Object item, Node.Branch branch) {
      var pipe = branch.pipe();
      int declared = pipe.declared().size();
      int mark = variables.mark();
      if (declared > 0 && pipe.assigns()) {
        assign(pipe.declared().getFirst(), declared > 1 ? key : item);
        if (declared > 1) {
          assign(pipe.declared().getLast(), item);
        }
      } else if (declared > 0) {
        variables.setTop(1, item);
        if (declared > 1) {
          variables.setTop(2, key);
        }
      }
      var end = walk(item, branch.body());
      variables.pop(mark);
      return end;
    }

    private void assign(Node.Variable variable, @Nullable Object value) {
      variables.set(variables.find(variable.name()), value);
    }
  }
}
