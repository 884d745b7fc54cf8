package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorsTest {
  private static final Kind<Service> SERVICES = Kind.of(Service.class);
  private static final Kind<Secret> SECRETS = Kind.of(Secret.class);

  @ParameterizedTest
  @ValueSource(ints = {0, 401, 404, 408, 409, 429, 500, 502, 503, 504})
  void whatPassesByItselfIsTransient(int code) {
    assertThat(map(code, SERVICES)).isInstanceOf(Transient.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 405, 413, 415, 422})
  void whatAUserHasToChangeIsStalled(int code) {
    assertThat(map(code, SERVICES))
        .isInstanceOf(Stalled.class)
        .hasMessageContaining("apply Service test/app");
  }

  @Test
  void aMissingPermissionNamesTheResource() {
    assertThat(map(403, SERVICES))
        .hasMessageContaining("permission")
        .hasMessageContaining("services");
  }

  @Test
  void theServersRetryAfterIsKept() {
    var status =
        new StatusBuilder()
            .withCode(429)
            .withNewDetails()
            .withRetryAfterSeconds(7)
            .endDetails()
            .build();
    var mapped = ApiErrors.map(new KubernetesClientException(status), "apply", SERVICES);
    assertThat(mapped)
        .isInstanceOfSatisfying(
            Transient.class, t -> assertThat(t.retryAfter()).hasValue(Duration.ofSeconds(7)));
  }

  @Test
  void noAnswerAtAllIsTransient() {
    var lost = new KubernetesClientException("lost", new IOException("connection reset"));
    assertThat(ApiErrors.map(lost, "apply", SERVICES)).isInstanceOf(Transient.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 403, 409, 422, 500})
  void aSecretsContentIsInNoExceptionNorInItsCauses(int code) {
    var trace = new StringWriter();
    map(code, SECRETS).printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("hunter2").contains("apply Service test/app");
  }

  private static RuntimeException map(int code, Kind<?> kind) {
    var status =
        new StatusBuilder().withCode(code).withReason("Reason").withMessage("bad: hunter2").build();
    return ApiErrors.map(new KubernetesClientException(status), "apply Service test/app", kind);
  }
}
