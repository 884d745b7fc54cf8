package io.burgee.sandbox.promql;

/** A query that can't be answered, with the class of error that Prometheus reports for it. */
public final class PromqlException extends RuntimeException {
  /** Prometheus' {@code errorType} values that a query can cause. */
  public enum Type {
    BAD_DATA("bad_data"),
    EXECUTION("execution");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  private final Type type;

  private PromqlException(Type type, String message) {
    super(message);
    this.type = type;
  }

  /** {@code offset} counts characters from 0; the message counts from 1, as Prometheus does. */
  static PromqlException parse(int offset, String problem) {
    return new PromqlException(Type.BAD_DATA, "1:" + (offset + 1) + ": parse error: " + problem);
  }

  static PromqlException execution(String problem) {
    return new PromqlException(Type.EXECUTION, problem);
  }

  public Type type() {
    return type;
  }
}
