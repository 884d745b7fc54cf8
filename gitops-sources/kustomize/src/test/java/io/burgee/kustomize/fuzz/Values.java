package io.burgee.kustomize.fuzz;

import java.util.List;

/**
 * Scalars of all sorts: those that users write, and those that are read differently than they look.
 */
final class Values {
  static final List<String> QUIRKS =
      List.of(
          "yes",
          "no",
          "on",
          "off",
          "y",
          "n",
          "Y",
          "true",
          "True",
          "FALSE",
          "null",
          "~",
          "Null",
          "''",
          "0",
          "1",
          "-1",
          "+1",
          "007",
          "0o17",
          "017",
          "0x1F",
          "0b11",
          "1_000",
          "1e3",
          "1E5",
          "1.0",
          "1.50",
          ".5",
          "5.",
          "-0.0",
          "1234567.5",
          "123456.7",
          "0.00001",
          "1e20",
          "18446744073709551615",
          "18446744073709551616",
          "9007199254740993",
          "190:20:30",
          "12:30:45",
          "2020-01-01",
          "2020-01-01T10:00:00Z",
          "2001-12-14 21:59:43.10 -5",
          "1.2.3",
          "10.0.0.1",
          "0x",
          "1e",
          "tRUE",
          "=",
          "<<x",
          "-",
          "a:b c",
          "a:b",
          "a#b",
          "'a #b'",
          "x]",
          "'[x'",
          "'{x'",
          "'*x'",
          "'&x'",
          "'!x'",
          "'%x'",
          "'@x'",
          "'`x'",
          "'- x'",
          "'? x'",
          "': x'",
          "'a: b'",
          "'ends:'",
          "' lead'",
          "'trail '",
          "\"tab\\there\"",
          "\"line\\nbreak\"",
          "\"line\\n\"",
          "\"two\\n\\n\"",
          "\"\\nfirst\"",
          "\"  indented\\nmore\"",
          "\"blank \\nend\"",
          "\"a\\tb\\nc\"",
          "\"\\x01\"",
          "\"é日本\"",
          "\"\\U0001F600\"",
          "\"\\u00a0\"",
          "\"\\uFEFF\"",
          "\"\\r\\n\"",
          "\"it's\"",
          "'say \"hi\"'",
          "'---'",
          "'--- x'",
          "'...'",
          "'#c'",
          "${VAR}",
          "$(VAR)",
          "$$(VAR)",
          "http://a:80/x",
          "'a, b'",
          "a\\b",
          "\"0.1\"",
          "\"yes\"",
          "\"1e3\"",
          "\"null\"",
          "\"2020-01-01\"",
          "\"0o7\"",
          "\"1_0\"",
          "\"+.inf\"",
          "0.1",
          "1e-7",
          "100000000000000000000",
          "1e6",
          "123456789012",
          "0.30000000000000004");

  private final Dice dice;

  Values(Dice dice) {
    this.dice = dice;
  }

  /** Mostly what users write. */
  Object any() {
    return switch (dice.below(10)) {
      case 0, 1, 2 -> quirk();
      case 3 -> words(dice.between(8, 30));
      case 4 -> lines();
      case 5 -> dice.between(0, 70000);
      default -> word();
    };
  }

  /** A string in any case. */
  Object string() {
    return switch (dice.below(10)) {
      case 0 -> dice.of("true", "10", "1.5", "", "null", "~", "yes", "0x10");
      case 1 -> words(dice.between(8, 30));
      case 2 -> lines();
      case 3 -> dice.of("a: b", "- a", "#x", "k=v", "{}", "[]", "\t", "a\\b", "'q'", "x ", " x");
      default -> word();
    };
  }

  Object quirk() {
    return new Text.Raw(dice.of(QUIRKS));
  }

  String word() {
    return dice.of("blue", "green", "alpha", "beta", "info", "debug", "one", "two", "main", "side");
  }

  private String words(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : dice.percent(5) ? "  " : " ");
      text.append(
          dice.percent(10)
              ? dice.of("it's", "\"x\"", "a:b", "long-" + "x".repeat(20), "é")
              : word());
    }
    if (dice.percent(15)) {
      text.append(dice.of(": end", " #end", ":", " ", "'", "\t"));
    }
    return text.toString();
  }

  private String lines() {
    var text = new StringBuilder();
    for (int i = dice.between(1, 4); i > 0; i--) {
      text.append(dice.of("", "", "  ", "a: ", "# ")).append(words(dice.between(0, 6)));
      text.append(i > 1 || dice.percent(70) ? "\n" : "");
    }
    return text.toString();
  }
}
