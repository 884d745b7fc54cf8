package io.burgee.helm.value;

import java.util.Locale;

/** What sort of type a value has; the names are those that {@code kindOf} gives. */
@SuppressWarnings("EnumOrdinal") // the order groups the numbers
public enum Kind {
  INVALID,
  BOOL,
  INT,
  INT8,
  INT16,
  INT32,
  INT64,
  UINT,
  UINT8,
  UINT16,
  UINT32,
  UINT64,
  FLOAT32,
  FLOAT64,
  STRING,
  SLICE,
  MAP,
  STRUCT,
  PTR,
  FUNC,
  INTERFACE;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in Go, such as {@code int64}. */
  public String text() {
    return text;
  }

  public boolean isSigned() {
    return ordinal() >= INT.ordinal() && ordinal() <= INT64.ordinal();
  }

  public boolean isUnsigned() {
    return ordinal() >= UINT.ordinal() && ordinal() <= UINT64.ordinal();
  }

  public boolean isInteger() {
    return isSigned() || isUnsigned();
  }

  public boolean isReal() {
    return this == FLOAT32 || this == FLOAT64;
  }
}
