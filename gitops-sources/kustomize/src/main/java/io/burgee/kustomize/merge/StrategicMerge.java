package io.burgee.kustomize.merge;

import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Merges a patch into an object: a field's null removes it, {@code $patch} says what is to be
 * deleted or replaced, lists are merged where the schema has keys for them. All of the object is
 * walked, not only what the patch names: that drops empty nulls and joins list items of equal key.
 */
public final class StrategicMerge {
  private final Schema schema;
  private final Budget budget;
  private final KeyedLists lists = new KeyedLists(this);

  private StrategicMerge(Schema schema, Budget budget) {
    this.schema = schema;
    this.budget = budget;
  }

  /**
   * The object with the patch in it: {@code dest} itself, changed, or what the patch puts in its
   * place, or null if the patch deletes it. The patch's nodes are used up.
   *
   * @throws io.burgee.kustomize.BuildException if the patch has another kind of value somewhere
   */
  public static @Nullable MappingNode apply(
      MappingNode dest, MappingNode patch, Schema schema, Budget budget) {
    return (MappingNode) new StrategicMerge(schema, budget).merge(dest, patch, null);
  }

  /** What becomes of two values of one place; null if nothing stays. */
  @Nullable Node merge(@Nullable Node dest, @Nullable Node patch, Schema.@Nullable Type known) {
    budget.work();
    var shape = Items.missing(dest) ? patch : dest;
    var type = known != null ? known : embedded(dest, patch);
    return switch (shape) {
      case MappingNode mapping -> mappings(dest, patch, type);
      case SequenceNode list -> lists(dest, patch, type);
      case ScalarNode scalar when !scalar.isNull() -> scalars(dest, patch);
      case null, default -> nothing(dest, patch);
    };
  }

  void work() {
    budget.work();
  }

  /** Neither side has a value. A null that was spelled out and isn't touched stays. */
  private static @Nullable Node nothing(@Nullable Node dest, @Nullable Node patch) {
    return patch == null && dest instanceof ScalarNode blank && !blank.text().isEmpty()
        ? dest
        : null;
  }

  private static Node scalars(@Nullable Node dest, @Nullable Node patch) {
    require(dest, "ScalarNode");
    require(patch, "ScalarNode");
    return patch != null ? patch : Objects.requireNonNull(dest);
  }

  private @Nullable Node mappings(
      @Nullable Node dest, @Nullable Node patch, Schema.@Nullable Type type) {
    require(dest, "MappingNode");
    require(patch, "MappingNode");
    if (!(dest instanceof MappingNode target)) {
      var added = (MappingNode) Objects.requireNonNull(patch);
      return Directive.takeKnownFrom(added) == Directive.DELETE ? null : fields(added, added, type);
    }
    if (patch == null) {
      return fields(target, null, type);
    }
    if (!(patch instanceof MappingNode change)) {
      return null;
    }
    return switch (Directive.takeFrom(change)) {
      case DELETE -> null;
      case REPLACE -> fields(change, change, type);
      case MERGE -> fields(target, change, type);
    };
  }

  /** Merges field by field. What is new in an object is merged with itself, to clean it. */
  private MappingNode fields(
      MappingNode dest, @Nullable MappingNode patch, Schema.@Nullable Type type) {
    var gone = new ArrayList<String>(0);
    for (var entry : dest.entries()) {
      var name = entry.name();
      var change = patch == dest ? entry.value() : patch == null ? null : patch.get(name);
      var merged = merge(entry.value(), change, type == null ? null : type.field(name));
      if (dropped(merged, change)) {
        gone.add(name);
      } else if (merged != entry.value()) {
        set(entry, Objects.requireNonNull(merged));
      }
    }
    if (patch != null && patch != dest) {
      addNew(dest, patch, type);
    }
    gone.forEach(dest::remove);
    return dest;
  }

  private void addNew(MappingNode dest, MappingNode patch, Schema.@Nullable Type type) {
    for (var entry : patch.entries()) {
      if (!dest.has(entry.name())) {
        var added = merge(null, entry.value(), type == null ? null : type.field(entry.name()));
        if (added != null && !added.isNull()) {
          dest.add(new MappingNode.Entry(entry.key(), added));
        }
      }
    }
  }

  private static boolean dropped(@Nullable Node merged, @Nullable Node change) {
    return merged == null || (merged.isNull() && change != null);
  }

  /**
   * A scalar is changed in place, as the node may stand for several fields, and is written as it
   * was before: what takes the place of a quoted text is a text.
   */
  private static void set(MappingNode.Entry entry, Node value) {
    if (entry.value() instanceof ScalarNode old && value instanceof ScalarNode scalar) {
      old.text(scalar.text());
      old.tag(old.style() == Style.PLAIN ? scalar.tag() : Tag.STRING);
    } else {
      entry.value(value);
    }
  }

  private @Nullable Node lists(
      @Nullable Node dest, @Nullable Node patch, Schema.@Nullable Type type) {
    require(dest, "SequenceNode");
    require(patch, "SequenceNode");
    if (type == null || !type.listMerge().merge()) {
      return patch != null ? patch : dest;
    }
    if (!(dest instanceof SequenceNode target)) {
      var added = (SequenceNode) Objects.requireNonNull(patch);
      return lists.merge(added, added, type);
    }
    if (patch == null) {
      return lists.merge(target, null, type);
    }
    if (!(patch instanceof SequenceNode change)) {
      return null;
    }
    return switch (Directive.takeFrom(change)) {
      case DELETE -> null;
      case REPLACE -> lists.merge(change, change, type);
      case MERGE -> lists.merge(target, change, type);
    };
  }

  private static void require(@Nullable Node node, String kind) {
    if (!Items.missing(node) && !Items.kind(Objects.requireNonNull(node)).equals(kind)) {
      throw Items.wrongKind(kind, node);
    }
  }

  /** Where nothing is known, a mapping that says its own kind may be an object of a known one. */
  private Schema.@Nullable Type embedded(@Nullable Node dest, @Nullable Node patch) {
    var type = ofKind(dest);
    return type != null ? type : ofKind(patch);
  }

  private Schema.@Nullable Type ofKind(@Nullable Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return null;
    }
    var kind = Items.keyOf(mapping, "kind");
    var version = kind.isEmpty() ? "" : Items.keyOf(mapping, "apiVersion");
    return version.isEmpty() ? null : schema.type(Gvk.of(version, kind));
  }
}
