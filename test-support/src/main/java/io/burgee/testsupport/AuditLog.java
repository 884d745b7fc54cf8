package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the API server's audit log: one JSON event on each line, up to two for each request. */
public final class AuditLog {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private final Consumer<String> get;

  /** Takes a way to send the API server a GET request, as anybody. */
  AuditLog(Path file, Consumer<String> get) {
    this.file = file;
    this.get = get;
  }

  public Path file() {
    return file;
  }

  /** All requests of {@code user} until now, see {@link RealControlPlane#userName}. */
  public ApiRequests requests(String user) {
    settle();
    return read().where(request -> request.user().equals(user));
  }

  /**
   * Waits until all requests that have been answered are in the file. The API server writes them
   * behind the answers' backs but in order, so this sends one more and waits for that.
   */
  void settle() {
    try {
      var before = Files.size(file);
      var path = "/version?settle=" + UUID.randomUUID();
      get.accept(path);
      Deadline.after(PATIENCE)
          .await("the audit log has " + path, () -> since(before).contains(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String since(long offset) {
    try (var channel = Files.newByteChannel(file)) {
      return new String(Channels.newInputStream(channel.position(offset)).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All requests of all users, the control plane's own included, that are in the file now. */
  ApiRequests read() {
    var found = new HashMap<String, ApiRequest>();
    try (var lines = Files.lines(file, UTF_8)) {
      lines.forEach(line -> add(line, found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ApiRequests(found.values().stream().sorted(comparing(ApiRequest::at)).toList());
  }

  /**
   * A watch has an event at its start and one at its end; the first tells all, the last its code.
   */
  private static void add(String line, Map<String, ApiRequest> found) {
    parse(line).ifPresent(event -> found.put(text(event, "auditID"), request(event)));
  }

  private static Optional<GenericKubernetesResource> parse(String line) {
    try {
      return Optional.of(Serialization.unmarshal(line, GenericKubernetesResource.class));
    } catch (KubernetesClientException e) {
      return Optional.empty(); // the last line, half written
    }
  }

  private static ApiRequest request(GenericKubernetesResource event) {
    return new ApiRequest(
        Instant.parse(text(event, "requestReceivedTimestamp")),
        text(event, "user", "username"),
        text(event, "verb"),
        resource(event),
        text(event, "objectRef", "subresource"),
        text(event, "objectRef", "namespace"),
        text(event, "objectRef", "name"),
        event.<Object>get("responseStatus", "code") instanceof Number code ? code.intValue() : 0,
        text(event, "userAgent"));
  }

  private static String resource(GenericKubernetesResource event) {
    var plural = text(event, "objectRef", "resource");
    if (plural.isEmpty()) {
      return text(event, "requestURI").replaceFirst("\\?.*", "");
    }
    var group = text(event, "objectRef", "apiGroup");
    return group.isEmpty() ? plural : plural + "." + group;
  }

  private static String text(GenericKubernetesResource event, Object... path) {
    return event.<Object>get(path) instanceof String text ? text : "";
  }
}
