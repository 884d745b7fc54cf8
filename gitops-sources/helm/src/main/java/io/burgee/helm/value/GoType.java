package io.burgee.helm.value;

import org.jspecify.annotations.Nullable;

/**
 * A type in Go.
 *
 * @param name as {@code %T} prints it, such as {@code map[string]interface {}}
 * @param element of a slice's items, or a map's values; null for all others
 */
public record GoType(String name, Kind kind, @Nullable GoType element) {
  public static final GoType ANY = new GoType("interface {}", Kind.INTERFACE, null);
  public static final GoType BOOL = plain(Kind.BOOL);
  public static final GoType INT = plain(Kind.INT);
  public static final GoType INT32 = plain(Kind.INT32);
  public static final GoType INT64 = plain(Kind.INT64);
  public static final GoType UINT8 = plain(Kind.UINT8);
  public static final GoType UINT64 = plain(Kind.UINT64);
  public static final GoType FLOAT64 = plain(Kind.FLOAT64);
  public static final GoType STRING = plain(Kind.STRING);
  public static final GoType ERROR = new GoType("error", Kind.INTERFACE, null);

  public static final GoType LIST = slice(ANY);
  public static final GoType LISTS = slice(LIST);
  public static final GoType DICTS = slice(new GoType("map[string]interface {}", Kind.MAP, ANY));
  public static final GoType STRINGS = slice(STRING);
  public static final GoType INTS = slice(INT);
  public static final GoType BYTES = slice(UINT8);

  /** The keys of all maps here are strings. */
  public static final GoType DICT = map(ANY);

  public static final GoType STRING_DICT = map(STRING);

  private static GoType plain(Kind kind) {
    return new GoType(kind.text(), kind, null);
  }

  public static GoType slice(GoType element) {
    return new GoType("[]" + element.name, Kind.SLICE, element);
  }

  public static GoType map(GoType element) {
    return new GoType("map[string]" + element.name, Kind.MAP, element);
  }

  /** A type with a name of its own, such as {@code time.Duration}. */
  public static GoType named(String name, Kind kind) {
    return new GoType(name, kind, null);
  }

  /**
   * The type of a value, as these classes stand for Go's: null: nil; Boolean: bool; Long: int;
   * Double: float64; String: string; {@code byte[]}: []byte; a List: []interface{}; a Map:
   * map[string]interface{}; {@link GoTyped}: what it says.
   */
  public static @Nullable GoType of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case GoTyped typed -> typed.type();
      case Boolean ignored -> BOOL;
      case Long ignored -> INT;
      case Double ignored -> FLOAT64;
      case String ignored -> STRING;
      case byte[] ignored -> BYTES;
      case java.util.List<?> ignored -> LIST;
      case java.util.Map<?, ?> ignored -> DICT;
      default -> throw new IllegalArgumentException("no value of a template: " + value.getClass());
    };
  }

  /** {@link Kind#INVALID} for nil. */
  public static Kind kind(@Nullable Object value) {
    var type = of(value);
    return type == null ? Kind.INVALID : type.kind();
  }
}
