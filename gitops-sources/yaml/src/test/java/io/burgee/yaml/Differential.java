package io.burgee.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares our outcome with the oracle's, and makes small what differs. */
final class Differential {
  private final GoOracle oracle;
  private final Dialect dialect;
  private final boolean asWritten;

  Differential(GoOracle oracle, Dialect dialect, boolean asWritten) {
    this.oracle = oracle;
    this.dialect = dialect;
    this.asWritten = asWritten;
  }

  /** The texts of which we make something else; two errors with other words are alike. */
  List<String> differing(List<String> texts) {
    var theirs = oracle.ask(texts, dialect, asWritten);
    var result = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      var our = ours(texts.get(i), dialect, asWritten);
      var their = theirs.get(i);
      boolean bothFail = our.failed() && their.failed();
      if (!bothFail && !our.equals(their) && steady(texts.get(i), their)) {
        result.add(texts.get(i));
      }
    }
    return result;
  }

  /**
   * Whether Go always answers so. Its order of keys has circles such as k1x, k7, k10: there it
   * depends on the random order of its maps.
   */
  private boolean steady(String text, GoOracle.Answer answer) {
    var again = oracle.ask(Collections.nCopies(40, text), dialect, asWritten);
    return again.stream().allMatch(answer::equals);
  }

  static GoOracle.Answer ours(String text, Dialect dialect, boolean asWritten) {
    var reader = new YamlReader(dialect, YamlLimits.DEFAULT);
    try {
      var out = new StringBuilder();
      if (dialect == Dialect.HELM) {
        var first = reader.readFirst(text);
        lastWins(first);
        return new GoOracle.Answer(
            YamlWriter.write(first == null ? ScalarNode.nothing() : first), "");
      }
      for (var document : reader.read(text)) {
        out.append(out.isEmpty() ? "" : "---\n");
        if (asWritten) {
          YamlWriter.writeAsWritten(document, out);
        } else {
          YamlWriter.write(wrapped(document), out);
        }
      }
      return new GoOracle.Answer(out.toString(), "");
    } catch (YamlException e) {
      return new GoOracle.Answer("", String.valueOf(e.getMessage()));
    }
  }

  /**
   * What a caller that isn't strict does for Helm: of a key that is there twice the last counts.
   */
  private static void lastWins(@Nullable Node node) {
    if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(Differential::lastWins);
    } else if (node instanceof MappingNode mapping) {
      var entries = List.copyOf(mapping.entries());
      mapping.clear();
      for (var entry : entries) {
        lastWins(entry.value());
        mapping.put(entry.name(), entry.value());
      }
    }
  }

  private static Node wrapped(Node document) {
    if (!(document instanceof ScalarNode)) {
      return document;
    }
    var wrapped = new MappingNode();
    wrapped.put("v", document);
    return wrapped;
  }

  /** A shorter text that still differs: pieces of falling size are left out while they can be. */
  String shrink(String text) {
    String smallest = text;
    for (int size = Math.max(1, text.length() / 2); size > 0; size /= 2) {
      for (int at = 0; at + size <= smallest.length(); ) {
        String shorter = smallest.substring(0, at) + smallest.substring(at + size);
        if (differing(List.of(shorter)).isEmpty()) {
          at += size;
        } else {
          smallest = shorter;
        }
      }
    }
    return smallest;
  }

  String report(String text) {
    var their = oracle.ask(List.of(text), dialect, asWritten).getFirst();
    return dialect
        + " "
        + escaped(text)
        + "\n  theirs "
        + escaped(their.toString())
        + "\n  ours   "
        + escaped(ours(text, dialect, asWritten).toString());
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    JsonWriter.string(out, text);
    return out.toString();
  }
}
