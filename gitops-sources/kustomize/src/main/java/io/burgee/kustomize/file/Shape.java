package io.burgee.kustomize.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a mapping may have and of what type, with the names that messages give them: users
 * search for those of the real tool, which are those of its types.
 */
public final class Shape {
  private final String typeName;
  private final String packageName;
  private final Map<String, Field> fields;

  /** What a field holds. */
  enum Type {
    TEXT,
    FLAG,
    INTEGER,
    TEXTS,
    TEXT_MAP,
    STRUCT,
    STRUCTS,
    ANY
  }

  /**
   * One field.
   *
   * @param path its name with those of the types that it is embedded in
   * @param goType its type in messages
   * @param itemType its items' type in messages
   * @param shape of a struct or the items of a list
   */
  record Field(
      String name, String path, Type type, String goType, String itemType, @Nullable Shape shape) {}

  private Shape(String typeName, String packageName, Map<String, Field> fields) {
    this.typeName = typeName;
    this.packageName = packageName;
    this.fields = fields;
  }

  /** Begins a shape whose type messages call by that name. */
  public static Builder named(String typeName) {
    return new Builder(typeName);
  }

  String typeName() {
    return typeName;
  }

  String qualifiedName() {
    return packageName + "." + typeName;
  }

  /** The field of that name, in whatever case it is written. */
  @Nullable Field field(String name) {
    var exact = fields.get(name);
    return exact != null ? exact : fields.get(name.toLowerCase(Locale.ROOT));
  }

  /** Collects fields. */
  public static final class Builder {
    private final String typeName;
    private String packageName = "types";
    private String embedded = "";
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Builder(String typeName) {
      this.typeName = typeName;
    }

    /** The package of the type; {@code types} if nothing is said. */
    public Builder in(String name) {
      packageName = name;
      return this;
    }

    /** The fields that follow are in a type that is embedded, such as {@code ResId.Gvk}. */
    public Builder embedded(String types) {
      embedded = types.isEmpty() ? "" : types + ".";
      return this;
    }

    public Builder text(String... names) {
      for (var name : names) {
        textOf("string", name);
      }
      return this;
    }

    /** A text that messages give another type's name. */
    public Builder textOf(String goType, String name) {
      return add(name, Type.TEXT, goType, goType, null);
    }

    public Builder flag(String... names) {
      for (var name : names) {
        add(name, Type.FLAG, "bool", "", null);
      }
      return this;
    }

    public Builder integer(String goType, String name) {
      return add(name, Type.INTEGER, goType, "", null);
    }

    public Builder texts(String... names) {
      for (var name : names) {
        textsOf("string", name);
      }
      return this;
    }

    public Builder textsOf(String goType, String name) {
      return add(name, Type.TEXTS, "[]" + goType, goType, null);
    }

    public Builder textMap(String... names) {
      for (var name : names) {
        add(name, Type.TEXT_MAP, "map[string]string", "string", null);
      }
      return this;
    }

    public Builder struct(String name, Shape shape) {
      return add(name, Type.STRUCT, shape.qualifiedName(), "", shape);
    }

    public Builder structs(String name, Shape shape) {
      return add(name, Type.STRUCTS, "[]" + shape.qualifiedName(), shape.qualifiedName(), shape);
    }

    /** A list whose items messages call pointers. */
    public Builder pointers(String name, Shape shape) {
      return add(name, Type.STRUCTS, "[]*" + shape.qualifiedName(), shape.qualifiedName(), shape);
    }

    /** A list that messages call by a type's name. */
    public Builder structsOf(String goType, String name, Shape shape) {
      return add(name, Type.STRUCTS, goType, shape.qualifiedName(), shape);
    }

    /** A field that may hold anything. */
    public Builder any(String... names) {
      for (var name : names) {
        add(name, Type.ANY, "", "", null);
      }
      return this;
    }

    private Builder add(
        String name, Type type, String goType, String itemType, @Nullable Shape shape) {
      var field = new Field(name, embedded + name, type, goType, itemType, shape);
      fields.put(name, field);
      fields.putIfAbsent(name.toLowerCase(Locale.ROOT), field);
      return this;
    }

    public Shape build() {
      return new Shape(typeName, packageName, Map.copyOf(fields));
    }
  }
}
