package io.burgee.kustomize.replace;

import com.google.re2j.Pattern;
import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.path.Condition;
import io.burgee.kustomize.path.FieldPath;
import io.burgee.kustomize.path.Getter;
import io.burgee.kustomize.path.PathException;
import io.burgee.kustomize.path.Slot;
import io.burgee.kustomize.select.Patterns;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds all places that a path means: {@code *} is every item of a list, {@code [key=pattern]}
 * those that match. Makes what is missing where asked to.
 */
final class Matcher {
  private final Budget budget;
  private final @Nullable Supplier<Node> leaf;

  /**
   * @param leaf makes what a path ends in where nothing is, or null if nothing is to be made
   */
  Matcher(Budget budget, @Nullable Supplier<Node> leaf) {
    this.budget = budget;
    this.leaf = leaf;
  }

  /**
   * Calls {@code found} for each place.
   *
   * @throws PathException if the path doesn't fit the values on the way
   */
  void match(Slot at, List<String> path, Consumer<Slot> found) {
    budget.work();
    if (path.isEmpty()) {
      found.accept(at);
      return;
    }
    var part = path.getFirst();
    var rest = path.subList(1, path.size());
    if (FieldPath.index(part) >= 0) {
      matchIndex(at, FieldPath.index(part), rest, found);
    } else if (FieldPath.isCondition(part)) {
      matchCondition(at, Condition.parse(part), rest, found);
    } else if (part.equals("*")) {
      var list = Getter.list(at.get());
      for (int i = 0; i < list.items().size(); i++) {
        match(new Slot.OfItem(list, i), rest, found);
      }
    } else {
      matchField(at, part, rest, found);
    }
  }

  private void matchField(Slot at, String name, List<String> rest, Consumer<Slot> found) {
    var field = part(at, name, rest);
    if (field == null) {
      return;
    }
    if (!rest.isEmpty() && field.get() instanceof ScalarNode scalar && !scalar.isNull()) {
      // Values in text are written by InnerDocument; here they are only walked, on a copy.
      match(new Slot.OfRoot(InnerDocument.parse(scalar.text())), rest, found);
    } else {
      match(field, rest, found);
    }
  }

  private @Nullable Slot part(Slot at, String name, List<String> rest) {
    if (name.isEmpty() && !at.get().isNull() && !(at.get() instanceof ScalarNode)) {
      throw Getter.wrongKind("ScalarNode", at.get());
    }
    var field = Getter.field(at.get(), name);
    if (field != null || leaf == null) {
      return field;
    }
    var entry = new MappingNode.Entry(ScalarNode.string(name), made(rest, leaf));
    if (at.get() instanceof MappingNode mapping) {
      mapping.add(entry);
    }
    return new Slot.OfEntry(entry);
  }

  private static Node made(List<String> rest, Supplier<Node> leaf) {
    if (rest.isEmpty() || rest.getFirst().isEmpty()) {
      return leaf.get();
    }
    return FieldPath.isCondition(rest.getFirst()) || FieldPath.index(rest.getFirst()) >= 0
        ? new SequenceNode()
        : new MappingNode();
  }

  private void matchIndex(Slot at, int index, List<String> rest, Consumer<Slot> found) {
    var list = Getter.list(at.get());
    if (index == list.items().size() && leaf != null) {
      list.items().add(made(rest, leaf));
    }
    if (index >= list.items().size()) {
      throw new PathException(
          "index " + index + " specified but only " + list.items().size() + " elements found");
    }
    match(new Slot.OfItem(list, index), rest, found);
  }

  private void matchCondition(
      Slot at, Condition condition, List<String> rest, Consumer<Slot> found) {
    var list = Getter.list(at.get());
    if (matchItems(list, condition, rest, found) || leaf == null) {
      return;
    }
    list.items().add(element(condition));
    if (!matchItems(list, condition, rest, found)) {
      throw new PathException("an element made for " + condition + " does not match it");
    }
  }

  private static Node element(Condition condition) {
    var value = ScalarNode.plain(condition.value());
    if (condition.isOfElement()) {
      return value;
    }
    var element = new MappingNode();
    element.put(condition.field(), value);
    return element;
  }

  private boolean matchItems(
      SequenceNode list, Condition condition, List<String> rest, Consumer<Slot> found) {
    var pattern = pattern(condition.value());
    boolean any = false;
    for (int i = 0; i < list.items().size(); i++) {
      budget.work();
      var item = list.items().get(i);
      var compared =
          condition.isOfElement()
              ? item
              : item instanceof MappingNode mapping ? mapping.get(condition.field()) : null;
      if (compared == null || !pattern.matcher(written(compared)).find()) {
        continue;
      }
      var slot = new Slot.OfItem(list, i);
      if (condition.isOfElement()) {
        any = true;
        found.accept(slot);
      } else {
        var count = new int[1];
        match(
            slot,
            rest,
            place -> {
              count[0]++;
              found.accept(place);
            });
        any |= count[0] > 0;
      }
    }
    return any;
  }

  private static Pattern pattern(String text) {
    try {
      return Patterns.compile(text);
    } catch (BuildException e) {
      throw new PathException(e.getMessage());
    }
  }

  /** The value as it would be written, quotes included: that is what patterns are compared with. */
  private static String written(Node node) {
    if (node instanceof ScalarNode scalar
        && (scalar.style() == Style.PLAIN && scalar.tag() != Tag.BINARY)) {
      return scalar.text().strip();
    }
    return InnerDocument.written(node);
  }
}
