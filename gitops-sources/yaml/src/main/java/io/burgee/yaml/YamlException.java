package io.burgee.yaml;

/**
 * Text that isn't YAML, or more of it than allowed. The message is fit for users: {@code yaml: line
 * 3: ...}.
 */
public final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public YamlException(String message) {
    super(message);
  }

  public YamlException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
