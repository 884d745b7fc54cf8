package io.burgee.kustomize.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.burgee.kustomize.file.SortOptions;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * By kind, so that what others need comes first; then by group, version and kind as text, then by
 * namespace and name. What is blank is written as a word that begins with a tilde, and so comes
 * last.
 */
final class LegacyOrder {
  private static final String NAMESPACE = "Namespace";

  /** Read from files once, on first use. */
  private static final class Standard {
    static final LegacyOrder ORDER =
        new LegacyOrder(new SortOptions.Legacy(read("first.txt"), read("last.txt")));
  }

  private final Map<String, Integer> ranks;

  LegacyOrder(SortOptions.Legacy kinds) {
    ranks = new HashMap<>();
    for (int i = 0; i < kinds.first().size(); i++) {
      ranks.put(kinds.first().get(i), i - kinds.first().size());
    }
    for (int i = 0; i < kinds.last().size(); i++) {
      ranks.put(kinds.last().get(i), i + 1);
    }
  }

  static LegacyOrder standard() {
    return Standard.ORDER;
  }

  /** Sorts; two resources of the same id are refused, as they can't both be applied. */
  void sort(Resources resources) {
    var keyed = new ArrayList<Keyed>(resources.size());
    for (var resource : resources) {
      keyed.add(new Keyed(resource, resource.id()));
    }
    keyed.sort(this::compare);
    resources.set(List.of());
    keyed.forEach(each -> resources.append(each.resource));
  }

  private record Keyed(Resource resource, ResourceId id) {}

  private int compare(Keyed one, Keyed other) {
    var gvk = one.id.gvk();
    var otherGvk = other.id.gvk();
    if (!gvk.equals(otherGvk)) {
      return compare(gvk, otherGvk);
    }
    return place(one.id).compareTo(place(other.id));
  }

  private int compare(Gvk one, Gvk other) {
    int ranked = Integer.compare(rank(one), rank(other));
    if (ranked != 0) {
      return ranked;
    }
    var byText = Comparator.comparing(LegacyOrder::text);
    boolean namespaces = one.kind().equals(NAMESPACE) && other.kind().equals(NAMESPACE);
    // The core kind comes before namesakes, although its blank group would come after theirs.
    return namespaces && (one.group().isEmpty() || other.group().isEmpty())
        ? byText.compare(other, one)
        : byText.compare(one, other);
  }

  private int rank(Gvk gvk) {
    return ranks.getOrDefault(gvk.kind(), 0);
  }

  private static String text(Gvk gvk) {
    return or(gvk.group(), "~G") + "_" + or(gvk.version(), "~V") + "_" + or(gvk.kind(), "~K");
  }

  private static String place(ResourceId id) {
    return or(id.namespace(), "~X") + "|" + or(id.name(), "~N");
  }

  private static String or(String text, String blank) {
    return text.isEmpty() ? blank : text;
  }

  private static List<String> read(String name) {
    try (var in = Objects.requireNonNull(LegacyOrder.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
