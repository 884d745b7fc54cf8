package io.burgee.sandbox.server;

import io.burgee.sandbox.schema.Problem;
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

  /** Parameters that don't fit the request; {@code kind} is what holds them, e.g. PatchOptions. */
  static ApiFailure invalidOptions(String kind, Problem problem) {
    return new ApiFailure(
        422,
        "Invalid",
        Problem.invalidMessage("meta.k8s.io", kind, "", List.of(problem)),
        new ApiFailure.Details("meta.k8s.io", kind, "", List.of(problem)));
  }

  static ApiFailure internal(RuntimeException cause) {
    return of(500, "InternalError", "Internal error occurred: " + cause);
  }

  private static ApiFailure of(int code, String reason, String message) {
    return new ApiFailure(code, reason, message, NO_DETAILS);
  }
}
