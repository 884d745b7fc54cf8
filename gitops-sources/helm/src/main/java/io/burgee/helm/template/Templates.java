package io.burgee.helm.template;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parsed templates by name. Never changes; what is added makes another one, on top of it. */
public final class Templates {
  private static final Templates NONE = new Templates(null, Map.of());

  private final @Nullable Templates below;
  private final Map<String, Tree> own;

  private Templates(@Nullable Templates below, Map<String, Tree> own) {
    this.below = below;
    this.own = own;
  }

  public static Templates empty() {
    return NONE;
  }

  /**
   * These and those of the text: itself by that name, and what it defines. One takes the place of
   * another of its name, but not if it is empty.
   *
   * @param functions which names are functions, beside those of text/template
   * @throws ParseException if the text is no template
   */
  public Templates parse(String name, String text, Predicate<String> functions) {
    return parse(name, text, functions, false);
  }

  /**
   * The same, but the text itself is there by its name even if it is empty: it is to be executed.
   */
  public Templates parseOver(String name, String text, Predicate<String> functions) {
    return parse(name, text, functions, true);
  }

  private Templates parse(String name, String text, Predicate<String> functions, boolean over) {
    var added = new HashMap<String, Tree>();
    Predicate<String> all = each -> functions.test(each) || Builtins.get(each) != null;
    Parser.parse(name, text, all)
        .forEach(
            (each, tree) -> {
              if (!tree.isEmpty() || get(each) == null || (over && each.equals(name))) {
                added.put(each, tree);
              }
            });
    return new Templates(this, added);
  }

  /** The same, found faster: for many that were added one after the other. */
  public Templates flat() {
    var all = new HashMap<String, Tree>();
    collect(all);
    return new Templates(null, all);
  }

  private void collect(Map<String, Tree> all) {
    if (below != null) {
      below.collect(all);
    }
    all.putAll(own);
  }

  public boolean has(String name) {
    return get(name) != null;
  }

  @Nullable Tree get(String name) {
    for (var each = this; each != null; each = each.below) {
      var tree = each.own.get(name);
      if (tree != null) {
        return tree;
      }
    }
    return null;
  }
}
