package io.burgee.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Makes nodes of a parser's events. */
final class Composer {
  private final Iterator<Event> events;
  private final Dialect dialect;
  private final YamlLimits limits;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private int nodes;

  Composer(Iterator<Event> events, Dialect dialect, YamlLimits limits) {
    this.events = events;
    this.dialect = dialect;
    this.limits = limits;
  }

  List<Node> documents() {
    var documents = new ArrayList<Node>();
    while (events.hasNext()) {
      if (events.next().getEventId() == Event.ID.DocumentStart) {
        anchors.clear();
        documents.add(node(events.next(), 0));
      }
    }
    return documents;
  }

  private Node node(Event event, int depth) {
    if (depth > limits.depth()) {
      throw new YamlException("yaml: exceeded max depth of " + limits.depth());
    }
    count(1);
    return switch (event) {
      case AliasEvent alias -> {
        var node = anchors.get(alias.getAlias());
        if (node == null) {
          throw new YamlException(
              "yaml: unknown anchor '" + alias.getAlias().getValue() + "' referenced");
        }
        count(size(node));
        yield node.copy();
      }
      case ScalarEvent scalar -> {
        var node = scalar(scalar);
        scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        yield node;
      }
      case SequenceStartEvent start -> {
        var node = new SequenceNode();
        for (var next = events.next();
            next.getEventId() != Event.ID.SequenceEnd;
            next = events.next()) {
          node.items().add(node(next, depth + 1));
        }
        start.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        yield node;
      }
      case MappingStartEvent start -> {
        var node = mapping(depth);
        start.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        yield node;
      }
      default -> throw new YamlException("yaml: did not find expected node content");
    };
  }

  private MappingNode mapping(int depth) {
    var entries = new ArrayList<MappingNode.Entry>();
    var merges = new ArrayList<Node>();
    for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
      boolean merge = next instanceof ScalarEvent s && s.isPlain() && s.getValue().equals("<<");
      Node key = node(next, depth + 1);
      Node value = node(events.next(), depth + 1);
      if (merge) {
        merges.add(value);
      } else if (key instanceof ScalarNode scalar) {
        entries.add(new MappingNode.Entry(scalar, value));
      } else {
        throw new YamlException("yaml: a key must be a scalar");
      }
    }
    var mapping = new MappingNode(entries);
    merges.forEach(merge -> merge(mapping, merge));
    return mapping;
  }

  private void merge(MappingNode into, Node from) {
    switch (from) {
      case MappingNode mapping -> {
        for (var entry : mapping.entries()) {
          if (!into.has(entry.name())) {
            into.add(entry);
          }
        }
      }
      case SequenceNode sequence -> sequence.items().forEach(item -> merge(into, item));
      case ScalarNode scalar ->
          throw new YamlException("yaml: map merge requires map or sequence of maps as the value");
    }
  }

  private ScalarNode scalar(ScalarEvent event) {
    Style style = style(event.getScalarStyle());
    String text = event.getValue();
    String explicit = event.getTag().orElse("!");
    if (!explicit.equals("!")) {
      return new ScalarNode(text, tag(explicit), style);
    }
    Tag tag = style == Style.PLAIN ? Resolver.tag(text, dialect) : Tag.STRING;
    if (dialect == Dialect.HELM && tag == Tag.TIMESTAMP) {
      tag = Tag.STRING;
    }
    if (dialect == Dialect.HELM && tag == Tag.BOOL) {
      text = Boolean.toString(Resolver.truth(text));
    }
    return new ScalarNode(text, tag, style);
  }

  private static Tag tag(String explicit) {
    return switch (explicit) {
      case "tag:yaml.org,2002:int" -> Tag.INT;
      case "tag:yaml.org,2002:float" -> Tag.FLOAT;
      case "tag:yaml.org,2002:bool" -> Tag.BOOL;
      case "tag:yaml.org,2002:null" -> Tag.NULL;
      case "tag:yaml.org,2002:timestamp" -> Tag.TIMESTAMP;
      case "tag:yaml.org,2002:binary" -> Tag.BINARY;
      default -> Tag.STRING;
    };
  }

  private static Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      default -> Style.PLAIN;
    };
  }

  private void count(int more) {
    nodes += more;
    if (nodes > limits.nodes()) {
      throw new YamlException("yaml: document contains excessive aliasing");
    }
  }

  private static int size(Node node) {
    return switch (node) {
      case ScalarNode scalar -> 1;
      case SequenceNode sequence -> {
        int size = 1;
        for (var item : sequence.items()) {
          size += size(item);
        }
        yield size;
      }
      case MappingNode mapping -> {
        int size = 1;
        for (var entry : mapping.entries()) {
          size += 1 + size(entry.value());
        }
        yield size;
      }
    };
  }
}
