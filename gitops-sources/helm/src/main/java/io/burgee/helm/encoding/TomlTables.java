package io.burgee.helm.encoding;

import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a document while it is read, and where its text is in them. Tables that are only
 * implied may be written out once later; all else is written once.
 */
final class TomlTables {
  /** Something was written twice, or isn't a table. */
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    Conflict(String message) {
      super(message, null, false, false);
    }
  }

  private final Map<String, @Nullable Object> root = new LinkedHashMap<>();
  private final IdentityHashMap<Object, List<Map<String, @Nullable Object>>> arrays =
      new IdentityHashMap<>();
  private final Set<String> implied = new HashSet<>();
  private final Map<String, Boolean> lists = new HashMap<>();
  private List<String> context = List.of();
  private String key = "";

  Map<String, @Nullable Object> root() {
    return root;
  }

  List<String> context() {
    return context;
  }

  void context(List<String> newContext) {
    context = newContext;
  }

  String key() {
    return key;
  }

  void key(String newKey) {
    key = newKey;
  }

  /** What is being read: the last key that errors tell. */
  String current() {
    if (key.isEmpty()) {
      return text(context);
    }
    return context.isEmpty() ? key : text(context) + "." + key;
  }

  static List<String> with(List<String> parts, String more) {
    var all = new ArrayList<>(parts);
    all.add(more);
    return all;
  }

  /** A key with its dots, and quotes where needed. */
  static String text(List<String> parts) {
    var out = new StringBuilder();
    for (var part : parts) {
      out.append(out.isEmpty() ? "" : ".").append(TomlWriter.key(part));
    }
    return out.toString();
  }

  void imply(List<String> path) {
    implied.add(text(path));
  }

  /** Opens the table of that path, or one more of an array of tables. */
  void open(List<String> path, boolean array) {
    var table = root;
    var parents = new ArrayList<String>();
    for (var part : path.subList(0, path.size() - 1)) {
      parents.add(part);
      if (!table.containsKey(part)) {
        imply(parents);
        table.put(part, new LinkedHashMap<>());
      }
      var next = table(table.get(part));
      if (next == null) {
        throw new Conflict("Key '" + text(parents) + "' was already created as a hash.");
      }
      table = next;
    }
    context = parents;
    var last = path.getLast();
    if (array) {
      append(table, last, path);
    } else {
      set(last, new LinkedHashMap<String, @Nullable Object>());
    }
    context = with(parents, last);
  }

  private void append(Map<String, @Nullable Object> table, String name, List<String> path) {
    Object array = table.get(name);
    if (array == null) {
      var items = new ArrayList<Map<String, @Nullable Object>>();
      array = GoSlice.of(GoType.DICTS, items);
      arrays.put(array, items);
      table.put(name, array);
    }
    var items = arrays.get(array);
    if (items == null) {
      throw new Conflict(
          "Key '" + text(path) + "' was already created and cannot be used as an array.");
    }
    items.add(new LinkedHashMap<>());
  }

  /** A table, or the last one of an array of tables. */
  @SuppressWarnings("unchecked") // all maps here are tables
  private @Nullable Map<String, @Nullable Object> table(@Nullable Object value) {
    var items = value == null ? null : arrays.get(value);
    if (items != null) {
      return items.getLast();
    }
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** Sets a key of the table that is open. */
  void set(String name, @Nullable Object value) {
    var table = root;
    var path = new ArrayList<String>();
    for (var part : context) {
      path.add(part);
      var next = table(table.get(part));
      if (next == null) {
        throw new Conflict("Key '" + text(path) + "' has already been defined.");
      }
      table = next;
    }
    path.add(name);
    if (!table.containsKey(name)) {
      table.put(name, value);
      return;
    }
    var whole = text(path);
    if (!implied.remove(whole)) {
      throw new Conflict("Key '" + whole + "' has already been defined.");
    }
    if (lists.getOrDefault(whole, false)) {
      table.put(name, value);
    }
  }

  /** Notes of what kind the value of that key is; of the open table if the name is empty. */
  void note(String name, boolean list) {
    var path = name.isEmpty() ? context : with(context, name);
    lists.put(path.isEmpty() ? "\"\"" : text(path), list);
  }
}
