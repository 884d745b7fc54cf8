package io.burgee.sandbox.patch;

import java.util.List;

/** A patch that can't be applied, with what the API server answers. */
public final class PatchRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One entry of the answer's {@code details.causes}. */
  public record Cause(String reason, String message, String field) {}

  private final int code;
  private final String reason;
  private final transient List<Cause> causes;

  PatchRefused(int code, String reason, String message, List<Cause> causes) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.causes = List.copyOf(causes);
  }

  static PatchRefused badRequest(String message) {
    return new PatchRefused(400, "BadRequest", message, List.of());
  }

  /** A refusal that the API server words no better than an error of its own. */
  static PatchRefused internal(String message) {
    return new PatchRefused(500, "", message, List.of());
  }

  /** The HTTP status: 400, 409, 422 or 500. */
  public int code() {
    return code;
  }

  /** The status's machine-readable reason, e.g. {@code Conflict}; empty when it has none. */
  public String reason() {
    return reason;
  }

  /** Empty when the answer has no causes. */
  public List<Cause> causes() {
    return causes;
  }
}
