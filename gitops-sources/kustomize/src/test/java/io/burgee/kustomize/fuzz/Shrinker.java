package io.burgee.kustomize.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes parts out of a tree as long as it stays interesting. */
final class Shrinker {
  private static final int TRIES = 3_000;

  private final Predicate<Tree> interesting;
  private int tries;

  Shrinker(Predicate<Tree> interesting) {
    this.interesting = interesting;
  }

  Tree shrink(Tree tree) {
    var smallest = tree;
    for (var smaller = step(tree); smaller != null; smaller = step(smaller)) {
      smallest = smaller;
    }
    return smallest;
  }

  private @Nullable Tree step(Tree tree) {
    return smaller(tree.files())
        .map(files -> tree.with(asFiles(files)))
        .takeWhile(candidate -> tries++ < TRIES)
        .filter(interesting)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Object> asFiles(Object value) {
    var files = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) value).forEach((path, content) -> files.put((String) path, content));
    return files;
  }

  /** All that differ from the value by one part less; large parts first. */
  private static Stream<Object> smaller(Object value) {
    return switch (value) {
      case Map<?, ?> map -> Stream.concat(withoutKey(map), withSmallerValue(map));
      case List<?> list -> Stream.concat(withoutItem(list), withSmallerItem(list));
      case String text when text.indexOf('\n') >= 0 && text.length() > 1 -> withoutLine(text);
      default -> Stream.empty();
    };
  }

  private static Stream<Object> withoutKey(Map<?, ?> map) {
    return map.keySet().stream()
        .map(
            key -> {
              var copy = new LinkedHashMap<Object, Object>(map);
              copy.remove(key);
              return copy;
            });
  }

  private static Stream<Object> withSmallerValue(Map<?, ?> map) {
    return map.entrySet().stream()
        .flatMap(
            entry ->
                smaller(entry.getValue())
                    .map(
                        value -> {
                          var copy = new LinkedHashMap<Object, Object>(map);
                          copy.put(entry.getKey(), value);
                          return copy;
                        }));
  }

  private static Stream<Object> withoutItem(List<?> list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .map(
            i -> {
              var copy = new ArrayList<Object>(list);
              copy.remove((int) i);
              return copy;
            });
  }

  private static Stream<Object> withSmallerItem(List<?> list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .flatMap(
            i ->
                smaller(list.get(i))
                    .map(
                        item -> {
                          var copy = new ArrayList<Object>(list);
                          copy.set(i, item);
                          return copy;
                        }));
  }

  private static Stream<Object> withoutLine(String text) {
    var lines = List.of(text.split("(?<=\n)", -1));
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .map(
            i -> {
              var copy = new ArrayList<>(lines);
              copy.remove((int) i);
              return String.join("", copy);
            });
  }
}
