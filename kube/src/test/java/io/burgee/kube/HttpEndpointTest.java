package io.burgee.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.kube.HttpEndpoint.Reach;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
  private final CollectorRegistry metrics = new CollectorRegistry();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpEndpoint endpoint;

  HttpEndpointTest() throws IOException {
    endpoint = HttpEndpoint.start(0, Reach.LOOPBACK, metrics);
  }

  @AfterEach
  void close() {
    endpoint.close();
    http.close();
  }

  @Test
  void readyFollowsItsChecksAndSaysWhatIsWrong() throws Exception {
    var problem = new AtomicReference<>(Optional.of("Service (no list for you)"));
    endpoint.readyWhen("caches", problem::get);
    var before = get("/readyz");
    assertThat(before.statusCode()).isEqualTo(503);
    assertThat(before.body()).isEqualTo("caches: Service (no list for you)\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    problem.set(Optional.empty());
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAreServedAsText() throws Exception {
    Gauge.build("flagger_canary_total", "How many").register(metrics).set(3);
    var answer = get("/metrics");
    assertThat(answer.body()).contains("flagger_canary_total 3.0");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/healthz/more").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
