package io.burgee.kustomize.jsonpatch;

import io.burgee.kustomize.limit.Budget;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Scalars;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import io.burgee.yaml.YamlWriter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Values as they are after they have been JSON: numbers have been doubles, dates are strings, and
 * no node is that of before.
 */
final class JsonRoundTrip {
  private static final int LONGEST_BOOLEAN = 5;

  private final Budget budget;

  JsonRoundTrip(Budget budget) {
    this.budget = budget;
  }

  Node fresh(Node node) {
    budget.work();
    return switch (node) {
      case MappingNode mapping -> fresh(mapping);
      case SequenceNode list -> {
        var items = new ArrayList<Node>(list.items().size());
        for (var item : list.items()) {
          items.add(fresh(item));
        }
        yield new SequenceNode(items);
      }
      case ScalarNode scalar -> fresh(scalar);
    };
  }

  MappingNode fresh(MappingNode mapping) {
    var entries = new ArrayList<MappingNode.Entry>(mapping.size());
    for (var entry : mapping.entries()) {
      entries.add(new MappingNode.Entry(entry.key(), fresh(entry.value())));
    }
    return new MappingNode(entries);
  }

  private static ScalarNode fresh(ScalarNode scalar) {
    return switch (scalar.tag()) {
      case STRING -> string(scalar.text());
      case NULL -> ScalarNode.nothing();
      case BOOL -> ScalarNode.bool(Boolean.TRUE.equals(Scalars.value(scalar)));
      case INT, FLOAT -> GoNumbers.asDouble(scalar);
      case TIMESTAMP, BINARY -> string(text(Scalars.value(scalar)));
    };
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A text that has to be quoted, or is a block, is no longer as plain as before. */
  private static ScalarNode string(String text) {
    var style = isWord(text) || isWrittenPlain(text) ? Style.PLAIN : Style.DOUBLE_QUOTED;
    return new ScalarNode(text, Tag.STRING, style);
  }

  /** Letters, slashes and dots that mean nothing else: what most texts are. */
  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && (i == 0 || (c != '/' && c != '-'))) {
        return false;
      }
    }
    return ScalarNode.plain(text).tag() == Tag.STRING && text.length() > LONGEST_BOOLEAN;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWrittenPlain(String text) {
    return "'\"|".indexOf(YamlWriter.write(ScalarNode.string(text)).charAt(0)) < 0;
  }
}
