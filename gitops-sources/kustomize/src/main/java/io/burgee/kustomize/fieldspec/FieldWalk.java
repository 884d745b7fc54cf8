package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to one place: visits all nodes there, through all items of the lists on its way. What is
 * missing is made where the spec and the kind of its last node allow that.
 */
public final class FieldWalk {
  private static final String LIST = "[]";

  private final FieldSpec spec;
  private final Leaf leaf;
  private final Step[] steps;

  /** What stands at the end of a way that is made. */
  public enum Leaf {
    /** Nothing is made, whatever the spec says. */
    NOTHING,
    TEXT,
    NUMBER,
    MAPPING
  }

  /** A part of the way; a list is marked by brackets and never made. */
  private record Step(String field, boolean list, @Nullable String refusal) {
    static Step of(String part) {
      boolean list = part.endsWith(LIST);
      String field = list ? part.substring(0, part.length() - LIST.length()) : part;
      return new Step(field.strip(), list, refusal(field));
    }

    /** Why this can't be a field of a mapping, though a path may say it elsewhere; or null. */
    private static @Nullable String refusal(String field) {
      if (field.isEmpty()) {
        return "cannot set or create an empty field name";
      }
      if (field.equals("*")) {
        return "fieldName: *: wildcard is not supported in PathGetter";
      }
      if (FieldPaths.isElement(field) && field.indexOf('=') < 0) {
        return "fieldName: "
            + field
            + ": list path element must contain fieldName=fieldValue for element to match";
      }
      if (field.equals("-") || FieldPaths.isElement(field) || FieldPaths.isInteger(field)) {
        return "fieldName: "
            + field
            + ": wrong node kind: expected SequenceNode but got MappingNode";
      }
      return null;
    }
  }

  private FieldWalk(FieldSpec spec, Leaf leaf) {
    this.spec = spec;
    this.leaf = leaf;
    this.steps =
        FieldPaths.split(spec.path(), '/').stream().map(Step::of).toArray(size -> new Step[size]);
  }

  public static FieldWalk of(FieldSpec spec, Leaf leaf) {
    return new FieldWalk(spec, leaf);
  }

  public static List<FieldWalk> of(List<FieldSpec> specs, Leaf leaf) {
    var walks = new ArrayList<FieldWalk>(specs.size());
    for (var spec : specs) {
      walks.add(of(spec, leaf));
    }
    return walks;
  }

  public FieldSpec spec() {
    return spec;
  }

  /** Whether the place is for that kind. */
  public boolean appliesTo(Gvk gvk) {
    return gvk.isSelectedBy(spec.gvk());
  }

  /**
   * Visits the nodes at the place, whatever the resource's kind is.
   *
   * @param found gets each node, nulls included; it may change it, not exchange it
   * @throws BuildException if the way leads through a scalar, or {@code found} throws
   */
  public void visit(Resource resource, Consumer<Node> found) {
    if (steps[0].field().equals("metadata")
        && steps.length > 1
        && steps[1].field().equals("annotations")) {
      resource.keepAnnotations();
    }
    try {
      visit(resource.node(), 0, found);
    } catch (BuildException e) {
      throw e.in("considering field '" + spec.path() + "' of object " + resource.id());
    }
  }

  private void visit(Node node, int step, Consumer<Node> found) {
    if (step == steps.length) {
      found.accept(node);
      return;
    }
    switch (node) {
      case MappingNode mapping -> visitField(mapping, step, found);
      case SequenceNode list -> visitItems(list, step, found);
      case ScalarNode scalar -> {
        if (!scalar.isNull()) {
          throw new BuildException("expected sequence or mapping node");
        }
      }
    }
  }

  private void visitItems(SequenceNode list, int step, Consumer<Node> found) {
    try {
      for (var item : list.items()) {
        visit(item, step, found);
      }
    } catch (BuildException e) {
      var rest = new ArrayList<String>();
      for (int i = step; i < steps.length; i++) {
        rest.add(steps[i].list() ? steps[i].field() + LIST : steps[i].field());
      }
      throw e.in("visit traversal on path: [" + String.join(" ", rest) + "]");
    }
  }

  private void visitField(MappingNode mapping, int step, Consumer<Node> found) {
    var part = steps[step];
    if (part.refusal() != null) {
      throw new BuildException(part.refusal());
    }
    boolean last = step == steps.length - 1;
    boolean create = spec.create() && leaf != Leaf.NOTHING && !part.list();
    var entry = mapping.entry(part.field());
    if (entry == null) {
      if (!create) {
        return;
      }
      entry = new MappingNode.Entry(ScalarNode.string(part.field()), made(last));
      mapping.add(entry);
    } else if (entry.value() instanceof ScalarNode scalar && scalar.isNull()) {
      fill(entry, scalar, part.list(), create, last);
    }
    visit(entry.value(), step + 1, found);
  }

  /** What was written as null becomes what would have been made; a null text stays a text. */
  private void fill(
      MappingNode.Entry entry, ScalarNode scalar, boolean list, boolean create, boolean last) {
    if (list) {
      entry.value(new SequenceNode());
    } else if (create && last && leaf != Leaf.MAPPING) {
      scalar.tag(leaf == Leaf.NUMBER ? Tag.INT : Tag.STRING);
    } else if (create) {
      entry.value(new MappingNode());
    }
  }

  private Node made(boolean last) {
    return last && leaf != Leaf.MAPPING
        ? new ScalarNode("", Tag.STRING, Style.PLAIN)
        : new MappingNode();
  }
}
