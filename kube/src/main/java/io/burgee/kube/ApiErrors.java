package io.burgee.kube;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sorts what the API server answers into {@link Transient} and {@link Stalled}. */
public final class ApiErrors {
  private static final Duration AFTER_CONFLICT = Duration.ofMillis(200);
  private static final Duration AFTER_UNAUTHORIZED = Duration.ofSeconds(30);

  private ApiErrors() {}

  /**
   * The failure as one of the two kinds.
   *
   * @param doing what was tried and on which object, such as {@code apply Service ns/name}
   * @param kind decides whether the server's words may be shown: those about Secrets and ConfigMaps
   *     can quote their content
   */
  public static RuntimeException map(KubernetesClientException e, String doing, Kind<?> kind) {
    var hidden = kind.holdsBodiesToHide();
    var cause = hidden ? null : e;
    var said = doing + ": " + (hidden ? summary(e) : message(e));
    return switch (e.getCode()) {
      case 409 ->
          hasCause(e, "FieldManagerConflict")
              ? new Stalled(fieldConflict(e, doing), cause)
              : new Transient(said, AFTER_CONFLICT, cause);
      case 401 -> new Transient(said, AFTER_UNAUTHORIZED, cause);
      case 403 ->
          hasCause(e, "NamespaceTerminating")
              ? new Transient(said, cause)
              : new Stalled(
                  said + " (needed: permission to do this with " + resource(kind) + ")", cause);
      case 400, 405, 413, 415, 422 ->
          new Stalled(said + fields(e) + " (the object has to be changed)", cause);
      case 404 -> new Transient(said, cause);
      default -> new Transient(said, retryAfter(e).orElse(null), cause);
    };
  }

  static boolean isConflict(KubernetesClientException e) {
    return e.getCode() == 409;
  }

  static boolean alreadyExists(KubernetesClientException e) {
    return e.getCode() == 409
        && Optional.ofNullable(e.getStatus())
            .map(Status::getReason)
            .filter("AlreadyExists"::equals)
            .isPresent();
  }

  private static String fieldConflict(KubernetesClientException e, String doing) {
    // The server writes: conflict with "kubectl" using v1: .spec.replicas
    var conflicts =
        causes(e).stream()
            .filter(c -> "FieldManagerConflict".equals(c.getReason()))
            .map(c -> c.getField() + " (" + c.getMessage() + ")")
            .collect(Collectors.joining(", "));
    return doing
        + ": another manager owns "
        + conflicts
        + "; it has to give these fields up before Burgee can set them";
  }

  private static String resource(Kind<?> kind) {
    return kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group());
  }

  private static String message(KubernetesClientException e) {
    return Optional.ofNullable(e.getStatus())
        .map(Status::getMessage)
        .or(() -> Optional.ofNullable(e.getMessage()))
        .orElse(summary(e));
  }

  private static String summary(KubernetesClientException e) {
    var reason = Optional.ofNullable(e.getStatus()).map(Status::getReason).orElse("no answer");
    return e.getCode() == 0 ? reason : reason + " (" + e.getCode() + ")";
  }

  private static String fields(KubernetesClientException e) {
    var paths =
        causes(e).stream()
            .map(StatusCause::getField)
            .filter(f -> f != null && !f.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return paths.isEmpty() ? "" : "; fields: " + paths;
  }

  private static boolean hasCause(KubernetesClientException e, String reason) {
    return causes(e).stream().anyMatch(c -> reason.equals(c.getReason()));
  }

  private static List<StatusCause> causes(KubernetesClientException e) {
    var details = details(e);
    return details == null || details.getCauses() == null ? List.of() : details.getCauses();
  }

  private static Optional<Duration> retryAfter(KubernetesClientException e) {
    var details = details(e);
    return details == null || details.getRetryAfterSeconds() == null
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(details.getRetryAfterSeconds()));
  }

  private static @Nullable StatusDetails details(KubernetesClientException e) {
    return e.getStatus() == null ? null : e.getStatus().getDetails();
  }
}
