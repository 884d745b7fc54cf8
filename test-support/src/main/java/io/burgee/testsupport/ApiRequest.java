package io.burgee.testsupport;

import java.time.Instant;

/**
 * One request, as the API server logged it.
 *
 * @param at when the API server received it
 * @param user as the API server knows it, see {@link RealControlPlane#userName}
 * @param verb the API server's: get, list, watch, create, update, patch, delete, deletecollection
 * @param resource plural with its group, such as {@code deployments.apps}; for what is no resource
 *     the path, such as {@code /version}
 * @param subresource empty if none
 * @param namespace empty if none
 * @param name empty for a collection and for a create
 * @param code the HTTP status; 0 if the request was still going on
 */
public record ApiRequest(
    Instant at,
    String user,
    String verb,
    String resource,
    String subresource,
    String namespace,
    String name,
    int code,
    String userAgent) {

  /** What it counts as: {@code patch deployments.apps/scale}. */
  public String kind() {
    return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
  }

  /** Whether it may have changed something. */
  public boolean isWrite() {
    return switch (verb) {
      case "get", "list", "watch" -> false;
      default -> true;
    };
  }
}
