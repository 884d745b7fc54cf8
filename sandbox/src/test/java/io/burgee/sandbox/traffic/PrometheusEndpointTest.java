package io.burgee.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.sandbox.cluster.ScaledTime;
import io.burgee.sandbox.promql.Labels;
import io.burgee.sandbox.promql.Point;
import io.burgee.sandbox.promql.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusEndpointTest {
  private static final Instant START = Instant.ofEpochSecond(1_000_000);

  /** Grows by 2 in each simulated second. */
  private static final Series GROWING =
      new Series(
          Labels.of("requests", Map.of("code", "200")),
          LongStream.rangeClosed(0, 600)
              .mapToObj(second -> new Point(START.plusSeconds(second), 2.0 * second))
              .toList());

  private final HttpClient client = HttpClient.newHttpClient();
  private final ScaledTime time = new ScaledTime(Clock.fixed(START, ZoneOffset.UTC), 10);
  private final PrometheusEndpoint endpoint = start();

  private PrometheusEndpoint start() {
    try {
      return PrometheusEndpoint.start(
          (wanted, from, to) ->
              List.of(
                  new Series(
                      GROWING.labels(),
                      GROWING.points().stream()
                          .filter(p -> p.at().isAfter(from) && !p.at().isAfter(to))
                          .toList())),
          time,
          0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    endpoint.close();
    time.close();
    client.close();
  }

  private HttpResponse<String> get(String query) throws Exception {
    var form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(uri("?" + form)));
  }

  private URI uri(String rest) {
    return URI.create(endpoint.address() + "/api/v1/query" + rest);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void anInstantQueryIsAnsweredAsPrometheusDoes() throws Exception {
    var response = get("vector(1)");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
                + "[{\"metric\":{},\"value\":[1000000.000,\"1\"]}]}}");
  }

  @Test
  void scalarsAndSpecialNumbersAreTexts() throws Exception {
    assertThat(get("0/0").body()).contains("\"resultType\":\"scalar\"", "[1000000.000,\"NaN\"]");
    assertThat(get("1/0").body()).contains("\"+Inf\"");
    assertThat(get("-1/0").body()).contains("\"-Inf\"");
    assertThat(get("1e21").body()).contains("\"1000000000000000000000\"");
  }

  @Test
  void rangesAreInSimulatedTime() throws Exception {
    // 30 s of wall time after the start are 300 s of simulated time
    var form = "query=rate(requests%5B1m%5D)&time=1000030";
    var response =
        send(
            HttpRequest.newBuilder(uri(""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertThat(response.body())
        .contains("{\"metric\":{\"code\":\"200\"},\"value\":[1000030.000,\"2\"]}");
  }

  @Test
  void badQueriesAndTimesAreBadData() throws Exception {
    var response = get("rate(");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("\"status\":\"error\"", "\"errorType\":\"bad_data\"", "parse error");
    assertThat(send(HttpRequest.newBuilder(uri("?query=1&time=soon"))).body())
        .contains("\"errorType\":\"bad_data\"", "invalid parameter");
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    var uri = URI.create(endpoint.address() + "/api/v1/labels");
    assertThat(send(HttpRequest.newBuilder(uri)).statusCode()).isEqualTo(404);
  }
}
