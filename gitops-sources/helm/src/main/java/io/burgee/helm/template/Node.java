package io.burgee.helm.template;

import io.burgee.helm.value.format.GoQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a parsed template; its text is how errors show it. */
sealed interface Node {
  /** Of its first character, in the text it was parsed from. */
  int position();

  void write(StringBuilder out);

  default String text() {
    var out = new StringBuilder();
    write(out);
    return out.toString();
  }

  /** What stands where a command's words are. */
  sealed interface Operand extends Node {}

  record Text(int position, String content) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append(content);
    }
  }

  record Sequence(int position, List<Node> nodes) implements Node {
    @Override
    public void write(StringBuilder out) {
      nodes.forEach(node -> node.write(out));
    }
  }

  record Action(int position, Pipe pipe) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{");
      pipe.write(out);
      out.append("}}");
    }
  }

  /** {@code if}, {@code with} or {@code range}. */
  record Branch(
      int position, TokenKind kind, Pipe pipe, Sequence body, @Nullable Sequence otherwise)
      implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{")
          .append(kind == TokenKind.IF ? "if" : kind == TokenKind.WITH ? "with" : "range");
      out.append(' ');
      pipe.write(out);
      out.append("}}");
      body.write(out);
      if (otherwise != null) {
        out.append("{{else}}");
        otherwise.write(out);
      }
      out.append("{{end}}");
    }
  }

  record Break(int position) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{break}}");
    }
  }

  record Continue(int position) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{continue}}");
    }
  }

  /** Only seen while parsing. */
  record End(int position) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{end}}");
    }
  }

  /** Only seen while parsing. */
  record Else(int position) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{else}}");
    }
  }

  record Call(int position, String name, @Nullable Pipe pipe) implements Node {
    @Override
    public void write(StringBuilder out) {
      out.append("{{template ").append(GoQuote.quote(name));
      if (pipe != null) {
        out.append(' ');
        pipe.write(out);
      }
      out.append("}}");
    }
  }

  /**
   * Commands, each of which gets what the one before it gave.
   *
   * @param declared the variables that get what the last one gives
   * @param assigns whether they were declared before
   */
  record Pipe(int position, List<Variable> declared, boolean assigns, List<Command> commands)
      implements Operand {
    @Override
    public void write(StringBuilder out) {
      for (int i = 0; i < declared.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        declared.get(i).write(out);
      }
      if (!declared.isEmpty()) {
        out.append(assigns ? " = " : " := ");
      }
      for (int i = 0; i < commands.size(); i++) {
        out.append(i == 0 ? "" : " | ");
        commands.get(i).write(out);
      }
    }
  }

  record Command(int position, List<Operand> words) implements Node {
    @Override
    public void write(StringBuilder out) {
      for (int i = 0; i < words.size(); i++) {
        out.append(i == 0 ? "" : " ");
        writeOperand(words.get(i), out);
      }
    }
  }

  record Identifier(int position, String name) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append(name);
    }
  }

  /** {@code $x.a.b}: the variable's name has its dollar. */
  record Variable(int position, String name, List<String> fields) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append(name);
      writeFields(fields, out);
    }
  }

  record Dot(int position) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append('.');
    }
  }

  record Nil(int position) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append("nil");
    }
  }

  record Field(int position, List<String> fields) implements Operand {
    @Override
    public void write(StringBuilder out) {
      writeFields(fields, out);
    }
  }

  /** Fields of what something else gives. */
  record Chain(int position, Operand of, List<String> fields) implements Operand {
    @Override
    public void write(StringBuilder out) {
      writeOperand(of, out);
      writeFields(fields, out);
    }
  }

  record Bool(int position, boolean value) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append(value);
    }
  }

  record Numeral(int position, String content, Numbers.Value value) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append(content);
    }
  }

  /** A string: as it was written, with its quotes, and what it means. */
  record Literal(int position, String quoted, String value) implements Operand {
    @Override
    public void write(StringBuilder out) {
      out.append(quoted);
    }
  }

  private static void writeOperand(Operand operand, StringBuilder out) {
    if (operand instanceof Pipe) {
      out.append('(');
      operand.write(out);
      out.append(')');
    } else {
      operand.write(out);
    }
  }

  private static void writeFields(List<String> fields, StringBuilder out) {
    fields.forEach(field -> out.append('.').append(field));
  }
}
