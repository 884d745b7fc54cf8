package io.burgee.testsupport;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Path file;
  private final AuditLog log;

  AuditLogTest(@TempDir Path folder) throws IOException {
    file = Files.createFile(folder.resolve("audit.log"));
    log = new AuditLog(file, path -> append(event("settle", "admin", "get", NOON, "", path)));
  }

  @Test
  void countsByVerbResourceAndSubresource() {
    append(deployments("1", "burgee", "patch", NOON, ""));
    append(deployments("2", "burgee", "patch", NOON, ""));
    append(deployments("3", "burgee", "update", NOON, "scale"));

    assertThat(log.requests("burgee").counts())
        .containsOnly(
            entry("patch deployments.apps", 2L), entry("update deployments.apps/scale", 1L));
  }

  @Test
  void aWatchThatStartedAndEndedIsOneRequest() {
    append(deployments("1", "burgee", "watch", NOON, ""));
    append(deployments("1", "burgee", "watch", NOON, ""));

    assertThat(log.requests("burgee").total()).isOne();
  }

  @Test
  void othersRequestsAreNotCounted() {
    append(deployments("1", "burgee", "get", NOON, ""));
    append(deployments("2", "other-manager", "get", NOON, ""));

    assertThat(log.requests("burgee").total()).isOne();
  }

  @Test
  void aWindowHoldsItsStartAndNotItsEnd() {
    append(deployments("1", "burgee", "get", NOON.minusMillis(1), ""));
    append(deployments("2", "burgee", "get", NOON, ""));
    append(deployments("3", "burgee", "get", NOON.plusSeconds(59), ""));
    append(deployments("4", "burgee", "get", NOON.plusSeconds(60), ""));

    var window = log.requests("burgee").between(NOON, NOON.plusSeconds(60));

    assertThat(window.total()).isEqualTo(2);
    assertThat(window.perMinute(Duration.ofSeconds(30))).isEqualTo(4.0);
  }

  @Test
  void writesLeaveOutWhatOnlyReads() {
    for (var verb : new String[] {"get", "list", "watch", "create", "patch", "delete"}) {
      append(deployments(verb, "burgee", verb, NOON, ""));
    }

    assertThat(log.requests("burgee").writes().counts().keySet())
        .containsExactly(
            "create deployments.apps", "delete deployments.apps", "patch deployments.apps");
  }

  @Test
  void aPathThatIsNoResourceIsCountedWithoutItsQuery() {
    append(event("1", "burgee", "get", NOON, "", "/apis?timeout=32s"));

    assertThat(log.requests("burgee").counts()).containsOnlyKeys("get /apis");
  }

  @Test
  void aHalfWrittenLastLineIsLeftForLater() {
    append(deployments("1", "burgee", "get", NOON, ""));
    append("{\"kind\":\"Event\",\"auditID\":\"2\",\"user\":{\"usern");

    assertThat(log.read().total()).isOne();
  }

  @Test
  void theTableBeginsWithWhatIsMostFrequent() {
    append(deployments("1", "burgee", "get", NOON, ""));
    append(deployments("2", "burgee", "list", NOON, ""));
    append(deployments("3", "burgee", "list", NOON, ""));

    assertThat(log.requests("burgee").table())
        .isEqualTo("     2  list deployments.apps\n     1  get deployments.apps");
  }

  private void append(String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String deployments(
      String id, String user, String verb, Instant at, String subresource) {
    var object =
        ",\"objectRef\":{\"resource\":\"deployments\",\"apiGroup\":\"apps\",\"subresource\":\"%s\"}"
            .formatted(subresource);
    return event(id, user, verb, at, object, "/apis/apps/v1/deployments");
  }

  private static String event(
      String id, String user, String verb, Instant at, String object, String uri) {
    return """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"%s","verb":"%s",\
        "requestURI":"%s","user":{"username":"%s"},"responseStatus":{"code":200},\
        "requestReceivedTimestamp":"%s"%s}"""
        .formatted(id, verb, uri, user, at, object);
  }
}
