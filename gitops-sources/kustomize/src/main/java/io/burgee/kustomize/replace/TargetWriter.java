package io.burgee.kustomize.replace;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.ReplacementSpec.FieldOptions;
import io.burgee.kustomize.file.ReplacementSpec.Target;
import io.burgee.kustomize.file.SelectorSpec;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.path.FieldPath;
import io.burgee.kustomize.path.Getter;
import io.burgee.kustomize.path.PathException;
import io.burgee.kustomize.path.Slot;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a value to the places that one target means. */
final class TargetWriter {
  private final Target target;
  private final Slot value;
  private final Budget budget;
  private final @Nullable FieldOptions options;
  private final List<String> paths;

  TargetWriter(Target target, Slot value, Budget budget) {
    this.target = target;
    this.value = value;
    this.budget = budget;
    this.options = target.options();
    this.paths =
        target.fieldPaths().isEmpty() ? List.of(Sources.DEFAULT_PATH) : target.fieldPaths();
  }

  void write(Resources resources) {
    if (target.select() == null) {
      throw new BuildException("target must specify resources to select");
    }
    var choice = new Choice(target.select(), target.reject());
    for (var resource : resources) {
      budget.work();
      if (choice.includes(resource)) {
        paths.forEach(path -> write(resource, path));
      }
    }
  }

  private void write(Resource resource, String path) {
    var parts = FieldPath.parts(path);
    if (writeInText(resource, parts)) {
      return;
    }
    var places = new ArrayList<Slot>();
    try {
      matcher().match(new Slot.OfRoot(resource.node()), parts, places::add);
    } catch (PathException e) {
      throw new BuildException(notFound(path) + ": " + e.getMessage(), e);
    }
    if (places.isEmpty()) {
      throw new BuildException(notFound(path));
    }
    places.forEach(this::set);
  }

  private Matcher matcher() {
    return new Matcher(budget, creates() ? leaf() : null);
  }

  private boolean creates() {
    return options != null && options.create();
  }

  /** What is made at the end of a path, to be overwritten at once. */
  private Supplier<Node> leaf() {
    return switch (value.get()) {
      case MappingNode mapping -> MappingNode::new;
      case SequenceNode list -> SequenceNode::new;
      case ScalarNode scalar -> () -> ScalarNode.plain("");
    };
  }

  private String notFound(String path) {
    return creates()
        ? "unable to find or create field \"" + path + "\" in replacement target"
        : "unable to find field \"" + path + "\" in replacement target";
  }

  private void set(Slot place) {
    var text = text(value.get());
    var delimiter = options == null ? "" : options.delimiter();
    if (!delimiter.isEmpty()) {
      if (!(place.get() instanceof ScalarNode old)) {
        throw new BuildException("delimiter option can only be used with scalar nodes");
      }
      text = joined(Sources.split(old.text(), delimiter), text, delimiter);
    }
    budget.bytes(text.length());
    put(place, text);
  }

  /** Onto a scalar only the text is written: it keeps its type. */
  private void put(Slot place, String text) {
    if (place.get() instanceof ScalarNode scalar) {
      scalar.text(text);
    } else {
      place.set(value.get().copy());
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private String joined(List<String> old, String text, String delimiter) {
    var parts = new ArrayList<>(old);
    int index = options == null ? 0 : options.index();
    if (index < 0) {
      parts.addFirst(text);
    } else if (index >= parts.size()) {
      parts.add(text);
    } else {
      parts.set(index, text);
    }
    return String.join(delimiter, parts);
  }

  /**
   * Where a path goes on below a scalar: the value is set in the document that is the scalar's
   * text. Whatever goes wrong there, the path is then tried as a plain one.
   *
   * @return whether it was set
   */
  private boolean writeInText(Resource resource, List<String> parts) {
    var root = new Slot.OfRoot(resource.node());
    for (int i = 1; i < parts.size(); i++) {
      var scalar = scalarAt(root, parts.subList(0, i));
      if (scalar != null && InnerDocument.isIn(scalar)) {
        try {
          return writeInText(scalar, parts.subList(i, parts.size()));
        } catch (PathException e) {
          return false;
        }
      }
    }
    return false;
  }

  private static @Nullable ScalarNode scalarAt(Slot root, List<String> path) {
    try {
      var slot = Getter.get(root, path);
      return slot != null && slot.get() instanceof ScalarNode scalar ? scalar : null;
    } catch (PathException e) {
      return null;
    }
  }

  private boolean writeInText(ScalarNode scalar, List<String> rest) {
    var document = new Slot.OfRoot(InnerDocument.parse(scalar.text()));
    var places = new ArrayList<Slot>();
    matcher().match(document, rest, places::add);
    if (places.isEmpty()) {
      return false;
    }
    places.forEach(place -> put(place, text(value.get())));
    var text = InnerDocument.write(document.get(), scalar.text());
    budget.bytes(text.length());
    scalar.text(text);
    return true;
  }

  /** Which resources are meant: those selected and not rejected, by any name they had. */
  private record Choice(
      io.burgee.kustomize.select.Selector select,
      List<io.burgee.kustomize.select.Selector> byLabels,
      List<io.burgee.kustomize.select.Selector> byIds) {

    Choice(SelectorSpec select, List<SelectorSpec> reject) {
      this(
          io.burgee.kustomize.select.Selector.of(select),
          reject.stream()
              .filter(
                  each -> !each.labelSelector().isEmpty() || !each.annotationSelector().isEmpty())
              .map(io.burgee.kustomize.select.Selector::of)
              .toList(),
          reject.stream()
              .filter(Choice::namesIds)
              .map(io.burgee.kustomize.select.Selector::of)
              .toList());
    }

    private static boolean namesIds(SelectorSpec spec) {
      return !(spec.group() + spec.version() + spec.kind() + spec.name() + spec.namespace())
          .isEmpty();
    }

    boolean includes(Resource resource) {
      return select.matchesLabels(resource)
          && byLabels.stream().noneMatch(each -> each.matchesLabels(resource))
          && byIds.stream().noneMatch(each -> resource.anyIds().stream().anyMatch(each::matchesId))
          && resource.anyIds().stream().anyMatch(select::matchesId);
    }
  }
}
