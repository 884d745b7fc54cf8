package io.burgee.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives values their tags, puts copies for aliases, and counts what that makes. */
final class Composer {
  private static final String STANDARD = "tag:yaml.org,2002:";

  private final Dialect dialect;
  private final int maxNodes;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int nodes;
  private int complexKey;

  /** A node with a name, and how many nodes a copy of it has; no node while it is being read. */
  private record Anchored(@Nullable Node node, int size) {}

  /** What is written in a mapping, before merge keys are followed. */
  static final class Pairs {
    private final List<MappingNode.Entry> entries = new ArrayList<>();
    private int complexKey;
    private @Nullable ScalarNode key;

    /**
     * @param line the first one is 1
     */
    void key(Node newKey, int line) {
      key = newKey instanceof ScalarNode scalar ? scalar : null;
      if (key == null && complexKey == 0) {
        complexKey = line;
      }
    }

    void value(Node value) {
      if (key != null) {
        entries.add(new MappingNode.Entry(key, value));
      }
    }
  }

  /** The key of a merge; no other key is of this class's making and looks so. */
  private static boolean merges(ScalarNode key) {
    return key.tag() == Tag.STRING && key.style() == Style.PLAIN && key.text().equals("<<");
  }

  Composer(Dialect dialect, YamlLimits limits) {
    this.dialect = dialect;
    this.maxNodes = limits.nodes();
  }

  ScalarNode empty() {
    count(1);
    return new ScalarNode("", Tag.NULL, Style.PLAIN);
  }

  ScalarNode scalar(String text, Style style, String tag) {
    count(1);
    if (!tag.isEmpty() && !tag.equals("!")) {
      var tagged = explicit(text, style, tag);
      if (dialect == Dialect.HELM) {
        Scalars.value(tagged); // refused at once if the text can't be of this type
        if (tagged.tag() == Tag.TIMESTAMP) {
          return new ScalarNode(text, Tag.STRING, Style.DOUBLE_QUOTED);
        }
      }
      return tagged;
    }
    if (style != Style.PLAIN || (dialect == Dialect.HELM && !tag.isEmpty())) {
      return new ScalarNode(text, Tag.STRING, kept(style));
    }
    Tag found = Resolver.tag(text, dialect);
    if (dialect == Dialect.HELM) {
      if (found == Tag.BOOL) {
        return new ScalarNode(Boolean.toString(Resolver.truth(text)), found, style);
      }
      found = found == Tag.TIMESTAMP ? Tag.STRING : found;
    }
    return new ScalarNode(text, found, style);
  }

  /** Helm goes through values at once; no style of a string has an effect any more. */
  private Style kept(Style style) {
    return dialect == Dialect.HELM && style != Style.PLAIN ? Style.DOUBLE_QUOTED : style;
  }

  private ScalarNode explicit(String text, Style style, String tag) {
    String name = tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : "";
    return switch (name) {
      case "int" -> new ScalarNode(text, Tag.INT, style);
      case "float" -> new ScalarNode(text, Tag.FLOAT, style);
      case "bool" -> {
        boolean old = dialect == Dialect.HELM && Resolver.oldBool(text);
        String known = old ? Boolean.toString(Resolver.truth(text)) : text;
        yield new ScalarNode(known, Tag.BOOL, style);
      }
      case "null" -> new ScalarNode(text, Tag.NULL, style);
      case "timestamp" -> new ScalarNode(text, Tag.TIMESTAMP, style);
      case "binary" -> new ScalarNode(text, Tag.BINARY, style);
      case "merge" -> new ScalarNode("<<", Tag.STRING, Style.PLAIN);
      default -> {
        var quoted = style == Style.PLAIN ? Style.DOUBLE_QUOTED : kept(style);
        yield new ScalarNode(text, Tag.STRING, quoted);
      }
    };
  }

  SequenceNode sequence(List<Node> items, boolean flow) {
    count(1);
    var sequence = new SequenceNode(items);
    sequence.flow(flow && dialect == Dialect.KUSTOMIZE);
    return sequence;
  }

  MappingNode mapping(Pairs pairs, boolean flow) {
    count(1);
    if (complexKey == 0) {
      complexKey = pairs.complexKey;
    }
    if (dialect == Dialect.HELM) {
      pairs.entries.forEach(entry -> HelmKeys.toString(entry.key()));
    }
    var mapping = merged(pairs.entries);
    mapping.flow(flow && dialect == Dialect.KUSTOMIZE);
    return mapping;
  }

  private MappingNode merged(List<MappingNode.Entry> entries) {
    for (var entry : entries) {
      if (dialect == Dialect.HELM ? merges(entry.key()) : entry.name().equals("<<")) {
        return new Merger(dialect).merge(entries, Composer::merges);
      }
    }
    return new MappingNode(entries);
  }

  /** Called at the end: what is wrong in the grammar is told before this. */
  void refuseComplexKeys() {
    if (complexKey != 0) {
      throw new YamlException(
          "yaml: line "
              + complexKey
              + ": invalid map key: a map or a list, must be a scalar; is there {{ }} without quotes?");
    }
  }

  /** Called before the content of a node with a name is read. */
  void open(String anchor) {
    if (!anchor.isEmpty()) {
      anchors.put(anchor, new Anchored(null, nodes));
    }
  }

  Node anchored(String anchor, Node node) {
    if (!anchor.isEmpty()) {
      var opened = anchors.get(anchor);
      if (node instanceof ScalarNode) {
        anchors.put(anchor, new Anchored(node, 1));
      } else if (opened != null && opened.node == null) {
        anchors.put(anchor, new Anchored(node, nodes - opened.size));
      } // else the name was given again further in, and that is the last one
    }
    return node;
  }

  Node alias(String anchor) {
    var anchored = anchors.get(anchor);
    if (anchored == null) {
      throw new YamlException("yaml: unknown anchor '" + anchor + "' referenced");
    }
    if (anchored.node == null) {
      throw new YamlException("yaml: anchor '" + anchor + "' value contains itself");
    }
    count(anchored.size);
    return anchored.node.copy();
  }

  private void count(int more) {
    nodes += more;
    if (nodes > maxNodes) {
      throw new YamlException("yaml: document contains excessive aliasing");
    }
  }
}
