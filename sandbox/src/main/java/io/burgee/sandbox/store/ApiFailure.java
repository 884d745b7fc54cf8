package io.burgee.sandbox.store;

import io.burgee.sandbox.schema.Problem;
import java.util.List;

/** A request that is refused, with what the API server answers. */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final String reason;
  private final transient Details details;

  /** What the answer says besides its message; {@code kind} may be a plural, as in real answers. */
  public record Details(String group, String kind, String name, List<Problem> causes) {
    static final Details NONE = new Details("", "", "", List.of());
  }

  public ApiFailure(int code, String reason, String message, Details details) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  public int code() {
    return code;
  }

  /** The machine-readable reason, e.g. {@code NotFound}; may be empty. */
  public String reason() {
    return reason;
  }

  public Details details() {
    return details;
  }

  public static ApiFailure notFound(ResourceType type, String name) {
    return of(404, "NotFound", type, name, "%s \"%s\" not found".formatted(type.resource(), name));
  }

  static ApiFailure alreadyExists(ResourceType type, String name) {
    var message = "%s \"%s\" already exists".formatted(type.resource(), name);
    return of(409, "AlreadyExists", type, name, message);
  }

  /** A write that is based on an older revision than the stored one. */
  public static ApiFailure stale(ResourceType type, String name) {
    return conflict(
        type,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  static ApiFailure conflict(ResourceType type, String name, String why) {
    var message =
        "Operation cannot be fulfilled on %s \"%s\": %s".formatted(type.resource(), name, why);
    return of(409, "Conflict", type, name, message);
  }

  static ApiFailure forbidden(ResourceType type, String name, String why, List<Problem> causes) {
    return new ApiFailure(
        403,
        "Forbidden",
        "%s \"%s\" is forbidden: %s".formatted(type.resource(), name, why),
        new Details(type.group(), type.plural(), name, causes));
  }

  public static ApiFailure invalid(ResourceType type, String name, List<Problem> problems) {
    return new ApiFailure(
        422,
        "Invalid",
        Problem.invalidMessage(type.group(), type.kind(), name, problems),
        new Details(type.group(), type.kind(), name, problems));
  }

  public static ApiFailure badRequest(String message) {
    return new ApiFailure(400, "BadRequest", message, Details.NONE);
  }

  /** The revision asked for is no longer in the history. */
  public static ApiFailure expired(String message) {
    return new ApiFailure(410, "Expired", message, Details.NONE);
  }

  private static ApiFailure of(
      int code, String reason, ResourceType type, String name, String message) {
    return new ApiFailure(
        code, reason, message, new Details(type.group(), type.plural(), name, List.of()));
  }
}
