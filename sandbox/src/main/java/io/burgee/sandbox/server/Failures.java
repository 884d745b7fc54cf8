package io.burgee.sandbox.server;

import io.burgee.sandbox.store.ApiFailure;
import java.util.List;

/** Refusals that concern no object. */
final class Failures {
  private static final ApiFailure.Details NO_DETAILS =
      new ApiFailure.Details("", "", "", List.of());

  private Failures() {}

  static ApiFailure noSuchResource() {
    return of(404, "NotFound", "the server could not find the requested resource");
  }

  static ApiFailure methodNotAllowed() {
    return of(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }

  static ApiFailure unsupportedMediaType(String accepted) {
    return of(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + accepted);
  }

  static ApiFailure tooLarge(int limit) {
    return of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + limit);
  }

  static ApiFailure internal(RuntimeException cause) {
    return of(500, "InternalError", "Internal error occurred: " + cause);
  }

  private static ApiFailure of(int code, String reason, String message) {
    return new ApiFailure(code, reason, message, NO_DETAILS);
  }
}
