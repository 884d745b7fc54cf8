package io.burgee.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, in the order of its entries. A key that was written twice is kept twice, as only the
 * writer refuses it; look-ups then find the first.
 */
public final class MappingNode extends Node {
  /** Below this a walk over the entries is faster than a table. */
  private static final int SMALL = 12;

  private final List<Entry> entries;
  private @Nullable Map<String, Entry> table;
  private boolean flow;

  /** One key with its value, which may be exchanged. */
  public static final class Entry {
    private final ScalarNode key;
    private Node value;

    public Entry(ScalarNode key, Node value) {
      this.key = key;
      this.value = value;
    }

    /** The key's text. */
    public String name() {
      return key.text();
    }

    public ScalarNode key() {
      return key;
    }

    public Node value() {
      return value;
    }

    public void value(Node newValue) {
      value = newValue;
    }
  }

  public MappingNode() {
    this(new ArrayList<>());
  }

  /** Takes the list as its own. */
  public MappingNode(List<Entry> entries) {
    this.entries = entries;
  }

  /** Whether it was written in braces, which matters for empty values and for times in it. */
  public boolean flow() {
    return flow;
  }

  public void flow(boolean newFlow) {
    flow = newFlow;
  }

  /** All entries in order. The list can't be changed; the values in it can. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  public int size() {
    return entries.size();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public @Nullable Node get(String name) {
    var entry = entry(name);
    return entry == null ? null : entry.value;
  }

  public @Nullable Entry entry(String name) {
    if (entries.size() > SMALL) {
      return table().get(name);
    }
    for (var entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  public boolean has(String name) {
    return entry(name) != null;
  }

  /** Sets the value of a key, which becomes the last one if it is new. */
  public void put(String name, Node value) {
    var entry = entry(name);
    if (entry == null) {
      add(new Entry(ScalarNode.string(name), value));
    } else {
      entry.value = value;
    }
  }

  /** Adds an entry at the end, even if its key is there already. */
  public void add(Entry entry) {
    entries.add(entry);
    if (table != null) {
      table.putIfAbsent(entry.name(), entry);
    }
  }

  /** Removes all entries of that key. */
  public boolean remove(String name) {
    if (!has(name)) {
      return false;
    }
    table = null;
    return entries.removeIf(entry -> entry.name().equals(name));
  }

  /** Removes everything. */
  public void clear() {
    table = null;
    entries.clear();
  }

  private Map<String, Entry> table() {
    var known = table;
    if (known == null) {
      known = HashMap.newHashMap(entries.size());
      for (var entry : entries) {
        known.putIfAbsent(entry.name(), entry);
      }
      table = known;
    }
    return known;
  }

  @Override
  public MappingNode copy() {
    var copies = new ArrayList<Entry>(entries.size());
    for (var entry : entries) {
      copies.add(new Entry(entry.key.copy(), entry.value.copy()));
    }
    var copy = new MappingNode(copies);
    copy.flow = flow;
    return copy;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("{");
    for (var entry : entries) {
      text.append(text.length() == 1 ? "" : ", ").append(entry.name()).append(": ");
      text.append(entry.value);
    }
    return text.append('}').toString();
  }
}
