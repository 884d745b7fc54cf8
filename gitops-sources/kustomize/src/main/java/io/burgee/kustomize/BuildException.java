package io.burgee.kustomize;

/**
 * The tree can't be built: it says something wrong, something that isn't allowed, or asks for too
 * much. The message is fit for users and names the file, field or resource it is about.
 */
public class BuildException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BuildException(String message) {
    super(message);
  }

  public BuildException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same failure with words before it that say where it happened: {@code context: message}. */
  public BuildException in(String context) {
    return new BuildException(context + ": " + getMessage(), this);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
