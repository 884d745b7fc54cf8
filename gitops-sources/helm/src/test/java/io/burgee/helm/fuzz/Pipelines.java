package io.burgee.helm.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Random templates: function calls in function calls, and actions around them. */
final class Pipelines {
  /** A call that may be made: what it gives, and what it takes. */
  private record Call(String name, String takes, boolean more) {}

  private static final Map<Character, List<Call>> CALLS = read();
  private static final int WRONG_TYPE_PERCENT = 4;

  private final Dice dice;
  private int variables;

  private Pipelines(Dice dice) {
    this.dice = dice;
  }

  /** The template of that seed. */
  static String template(long seed) {
    var maker = new Pipelines(new Dice(seed));
    return maker.dice.percent(70) ? maker.single() : maker.block(2);
  }

  private String single() {
    var expression =
        expression(dice.of('S', 'S', 'S', 'I', 'N', 'B', 'L', 'M', 'A'), dice.between(1, 4));
    return switch (dice.below(6)) {
      case 0 -> "{{ " + expression + " | toJson }}";
      case 1 -> "{{ printf \"%v|%T\" " + argument(expression) + " " + argument(expression) + " }}";
      case 2 -> "{{ " + expression + " | toYaml }}";
      default -> "{{ " + expression + " }}";
    };
  }

  private String block(int depth) {
    var body = depth == 0 ? "x{{ $.Values.number }}" : inner(depth);
    return switch (dice.below(9)) {
      case 0 -> "{{ if " + any() + " }}" + body + "{{ else }}no{{ end }}";
      case 1 ->
          "{{ if " + any() + " }}1{{ else if " + any() + " }}2{{ else }}" + body + "{{ end }}";
      case 2 -> "{{ range " + expression('L', 1) + " }}[{{ . }}]{{ else }}none{{ end }}" + body;
      case 3 -> {
        var key = "$k" + variables++;
        var value = "$v" + variables++;
        yield "{{ range "
            + key
            + ", "
            + value
            + " := "
            + expression(dice.of('L', 'M'), 1)
            + " }}"
            + "{{ "
            + key
            + " }}={{ "
            + value
            + " }};"
            + (dice.percent(30)
                ? "{{ if eq (toString "
                    + key
                    + ") \"1\" }}{{ "
                    + dice.of("break", "continue")
                    + " }}{{ end }}"
                : "")
            + "{{ end }}";
      }
      case 4 ->
          "{{ with " + any() + " }}{{ . }}" + (depth > 0 ? "" : body) + "{{ else }}empty{{ end }}";
      case 5 -> {
        var name = "$x" + variables++;
        yield "{{ "
            + name
            + " := "
            + any()
            + " }}{{ "
            + name
            + " }}{{ if true }}{{ "
            + name
            + " = "
            + any()
            + " }}{{ end }}<{{ "
            + name
            + " }}>";
      }
      case 6 -> {
        var name = "\"t" + variables++ + "\"";
        yield "{{ define "
            + name
            + " }}({{ . }}){{ end }}{{ "
            + dice.of("template ", "include ")
            + name
            + " "
            + argument(any())
            + " }}";
      }
      case 7 -> "a {{- " + any() + " -}} b {{/* comment */ -}}  c" + body;
      default -> "{{ tpl " + quoted("{{ " + expression('S', 1) + " }}") + " . }}" + body;
    };
  }

  private String inner(int depth) {
    return dice.percent(60)
        ? "{{ $.Values.word }}"
        : block(depth - 1).replace(" .Values", " $.Values").replace("(.Values", "($.Values");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private String any() {
    return expression(dice.of('S', 'I', 'B', 'L', 'M', 'A'), dice.between(0, 2));
  }

  /** What stands for a value of that type: a leaf, or a call whose arguments go as deep. */
  private String expression(char type, int depth) {
    if (dice.percent(WRONG_TYPE_PERCENT)) {
      return expression('A', depth);
    }
    var calls =
        CALLS.getOrDefault(type == 'A' ? dice.of('A', 'S', 'I', 'L', 'M', 'B') : type, List.of());
    if (depth == 0 || calls.isEmpty() || dice.percent(15)) {
      return Leaves.leaf(type, dice);
    }
    return call(dice.of(calls), depth - 1);
  }

  private String call(Call call, int depth) {
    var arguments = new ArrayList<String>();
    for (char each : call.takes.toCharArray()) {
      arguments.add(expression(each, depth));
    }
    if (call.more) {
      for (int i = dice.below(3); i > 0; i--) {
        arguments.add(expression(call.takes.charAt(call.takes.length() - 1), depth));
      }
    }
    int at = call.name.indexOf('@');
    if (at >= 0) {
      var inner = call.name.substring(at + 1) + " " + argument(arguments.getFirst());
      return call.name.substring(0, at) + " (" + inner + ")";
    }
    var out = new StringBuilder();
    boolean piped = !arguments.isEmpty() && dice.percent(40);
    if (piped) {
      out.append(argument(arguments.removeLast())).append(" | ");
    }
    out.append(call.name);
    arguments.forEach(each -> out.append(' ').append(argument(each)));
    return out.toString();
  }

  private static String argument(String expression) {
    boolean bare =
        expression.startsWith("(")
            || !expression.contains(" ")
            || expression.matches("(\"[^\"]*\"|`[^`]*`)");
    return (bare && !expression.matches("[a-z]\\w*")) || isConstant(expression)
        ? expression
        : "(" + expression + ")";
  }

  private static boolean isConstant(String word) {
    return word.equals("true") || word.equals("false") || word.equals("nil");
  }

  private static Map<Character, List<Call>> read() {
    var calls = new HashMap<Character, List<Call>>();
    try (InputStream in = Pipelines.class.getResourceAsStream("/fuzz/functions.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                var words = List.of(line.split(" ", -1));
                var takes = String.join("", words.subList(2, words.size()));
                boolean more = takes.endsWith("+");
                calls
                    .computeIfAbsent(line.charAt(0), type -> new ArrayList<>())
                    .add(
                        new Call(
                            words.get(1),
                            more ? takes.substring(0, takes.length() - 1) : takes,
                            more));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return calls;
  }
}
