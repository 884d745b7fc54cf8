package io.burgee.kube;

import static io.burgee.kube.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kube.FakeApi.Answer;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientsTest {
  private final FakeApi api = new FakeApi();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theHttpClientIsOkHttp() {
    try (var client = api.client()) {
      assertThat(client.getHttpClient().getClass().getName())
          .isEqualTo("io.fabric8.kubernetes.client.okhttp.OkHttpClientImpl");
      assertThat(client.getConfiguration().getUserAgent()).isEqualTo("burgee/test");
    }
  }

  @Test
  void aFailedRequestIsNotRepeatedBehindTheCallersBack() {
    api.answer(r -> Optional.of(Answer.failure(503, "ServiceUnavailable", "away", "")));
    try (var client = api.client()) {
      var services = client.services().inNamespace("test");
      assertThatThrownBy(() -> services.withName("a").get())
          .isInstanceOf(KubernetesClientException.class);
    }
    assertThat(api.requests).hasSize(1);
  }

  @Test
  void anIdleCacheCostsOneListAndOneStreamedWatch() throws Exception {
    try (var client = api.client();
        var caches = new Caches(client, Optional.empty())) {
      var services = caches.of(Kind.of(Service.class));
      caches.start(Duration.ofSeconds(10));
      eventually("watching", () -> api.requests.size() == 2);
      assertThat(services.list()).isEmpty();
      assertThat(api.requests.get(0).query()).doesNotContain("watch");
      assertThat(api.requests.get(1).query())
          .contains("watch=true", "allowWatchBookmarks=true", "timeoutSeconds=600");
    }
    assertThat(api.requests).hasSize(2);
  }
}
