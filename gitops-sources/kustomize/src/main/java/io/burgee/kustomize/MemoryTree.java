package io.burgee.kustomize;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree of files in memory. Immutable. */
public final class MemoryTree implements FileTree {
  private final Map<String, Entry> entries;

  private static final class Entry {
    final Kind kind;
    final byte[] content;
    final String target;

    Entry(Kind kind, byte[] content, String target) {
      this.kind = kind;
      this.content = content;
      this.target = target;
    }
  }

  private MemoryTree(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A tree of texts by path. */
  public static MemoryTree of(Map<String, String> texts) {
    var tree = builder();
    texts.forEach(tree::file);
    return tree.build();
  }

  @Override
  public Kind kind(String path) {
    var entry = entries.get(path);
    return entry == null ? Kind.NOTHING : entry.kind;
  }

  @Override
  public long size(String path) {
    return entry(path).content.length;
  }

  @Override
  public byte[] read(String path) {
    return entry(path).content.clone();
  }

  @Override
  public String target(String path) {
    return entry(path).target;
  }

  private Entry entry(String path) {
    var entry = entries.get(path);
    if (entry == null) {
      throw new BuildException("open /" + path + ": no such file or directory");
    }
    return entry;
  }

  /** Collects files and links; the folders above them come by themselves. */
  public static final class Builder {
    private static final byte[] NOTHING = {};
    private final Map<String, Entry> entries = new HashMap<>();

    private Builder() {
      entries.put("", new Entry(Kind.FOLDER, NOTHING, ""));
    }

    public Builder file(String path, byte[] content) {
      return put(path, new Entry(Kind.FILE, content.clone(), ""));
    }

    public Builder file(String path, String content) {
      return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A link; its target is relative to the folder it is in, or absolute. */
    public Builder link(String path, String target) {
      return put(path, new Entry(Kind.LINK, NOTHING, target));
    }

    public Builder folder(String path) {
      return put(path, new Entry(Kind.FOLDER, NOTHING, ""));
    }

    /**
     * Puts an entry, and the folders above it.
     *
     * @throws IllegalArgumentException if the path has empty parts, {@code .} or {@code ..}
     */
    private Builder put(String path, Entry entry) {
      for (var part : path.split("/", -1)) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
          throw new IllegalArgumentException("not a plain path: " + path);
        }
      }
      entries.put(path, entry);
      for (var above = parent(path); above != null; above = parent(above)) {
        var known = entries.get(above);
        if (known == null) {
          entries.put(above, new Entry(Kind.FOLDER, NOTHING, ""));
        } else if (known.kind != Kind.FOLDER) {
          throw new IllegalArgumentException("'" + path + "' is below '" + above + "'");
        }
      }
      return this;
    }

    private static @Nullable String parent(String path) {
      int slash = path.lastIndexOf('/');
      return slash < 0 ? null : path.substring(0, slash);
    }

    public MemoryTree build() {
      return new MemoryTree(entries);
    }
  }
}
