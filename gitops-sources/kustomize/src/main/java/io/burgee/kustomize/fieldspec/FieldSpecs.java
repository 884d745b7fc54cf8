package io.burgee.kustomize.fieldspec;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists of places: united without repeats, and ordered. */
public final class FieldSpecs {
  static final Comparator<Gvk> BY_KIND =
      Comparator.<Gvk>comparingInt(gvk -> KindRank.of(gvk.kind()))
          .thenComparing(FieldSpecs::sortText);

  private FieldSpecs() {}

  /**
   * The first list with those of the second that it doesn't cover: it has the same path for a kind
   * that the other's selects.
   *
   * @throws BuildException if one creates what is missing and the other doesn't
   */
  public static List<FieldSpec> united(List<FieldSpec> some, List<FieldSpec> more) {
    if (some == more || more.isEmpty()) {
      return some;
    }
    var all = new ArrayList<>(some);
    for (var spec : more) {
      add(all, spec);
    }
    return all;
  }

  private static void add(List<FieldSpec> all, FieldSpec spec) {
    for (var known : all) {
      if (known.path().equals(spec.path()) && known.gvk().isSelectedBy(spec.gvk())) {
        if (known.create() != spec.create()) {
          throw new BuildException("conflicting fieldspecs");
        }
        return;
      }
    }
    all.add(spec);
  }

  /** The same list by kinds, those that others need first. */
  static List<FieldSpec> sorted(List<FieldSpec> specs) {
    var sorted = new ArrayList<>(specs);
    sorted.sort(Comparator.comparing(FieldSpec::gvk, BY_KIND));
    return List.copyOf(sorted);
  }

  private static String sortText(Gvk gvk) {
    return or(gvk.group(), "~G") + "_" + or(gvk.version(), "~V") + "_" + or(gvk.kind(), "~K");
  }

  private static String or(String text, String blank) {
    return text.isEmpty() ? blank : text;
  }
}
