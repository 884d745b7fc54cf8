package io.burgee.operator.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a command line as a Go program would and says the same in the long form that this program's
 * parser takes: {@code -a b}, {@code -a=b} and {@code --a b} become {@code --a=b}, a boolean alone
 * becomes {@code --a=true}. Existing manifests so keep working unchanged.
 *
 * @param valued names, without dashes, of flags that take a value
 * @param switches names of boolean flags, which take a value only after {@code =}
 * @param retired names of flags that do nothing any more, each with what takes its place
 */
record GoFlags(
    Collection<String> valued, Collection<String> switches, Map<String, String> retired) {

  /** The arguments to parse, and what the user should know about those that are left out. */
  record Result(List<String> arguments, List<String> warnings) {}

  Result normalise(List<String> arguments) {
    var rest = new ArrayDeque<>(arguments);
    var normal = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      if (argument.equals("--")) {
        normal.add(argument);
        normal.addAll(rest);
        break;
      }
      if (!argument.startsWith("-") || argument.equals("-")) {
        normal.add(argument);
        continue;
      }
      Flag flag = Flag.of(argument);
      if (valued.contains(flag.name)) {
        normal.add(withValue(flag, rest));
      } else if (switches.contains(flag.name)) {
        normal.add(flag.with(flag.value.map(GoFlags::truth).orElse("true")));
      } else {
        warnings.add(warning(flag, rest));
      }
    }
    return new Result(List.copyOf(normal), List.copyOf(warnings));
  }

  /** A flag at the very end has no value: it stays without, and the parser says what is missing. */
  private static String withValue(Flag flag, Deque<String> rest) {
    return flag.value
        .or(() -> Optional.ofNullable(rest.pollFirst()))
        .map(flag::with)
        .orElse("--" + flag.name);
  }

  private String warning(Flag flag, Deque<String> rest) {
    boolean valueFollows =
        flag.value.isEmpty() && !rest.isEmpty() && !rest.getFirst().startsWith("-");
    if (valueFollows) {
      rest.removeFirst();
    }
    String why = retired.get(flag.name);
    if (why != null) {
      return "-" + flag.name + " has no effect: " + why;
    }
    return "-" + flag.name + " is not a flag of this command and has no effect" + hint(flag.name);
  }

  private String hint(String name) {
    var known = new ArrayList<>(valued);
    known.addAll(switches);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(candidate, name)))
        .filter(candidate -> distance(candidate, name) <= name.length() / 3)
        .map(candidate -> "; did you mean -" + candidate + "?")
        .orElse("");
  }

  /** The spellings that Go's strconv.ParseBool knows; others are left for the parser to refuse. */
  private static String truth(String value) {
    return switch (value) {
      case "1", "t", "T", "true", "TRUE", "True" -> "true";
      case "0", "f", "F", "false", "FALSE", "False" -> "false";
      default -> value;
    };
  }

  /**
   * Levenshtein's: how many characters to insert, delete or replace to get from one to the other.
   */
  private static int distance(String from, String to) {
    int[] costs = new int[to.length() + 1];
    for (int j = 0; j < costs.length; j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j < costs.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(replaced, 1 + Math.min(costs[j], costs[j - 1]));
      }
    }
    return costs[to.length()];
  }

  private record Flag(String name, Optional<String> value) {
    static Flag of(String argument) {
      String text = argument.substring(argument.startsWith("--") ? 2 : 1);
      int equals = text.indexOf('=');
      return equals < 0
          ? new Flag(text, Optional.empty())
          : new Flag(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
    }

    String with(String given) {
      return "--" + name + "=" + given;
    }
  }
}
