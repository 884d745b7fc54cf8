package io.burgee.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.burgee.testsupport.FakePrometheus;
import io.burgee.testsupport.PrometheusReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusSourceTest extends MetricSourceContract {
  private final FakePrometheus prometheus = FakePrometheus.start();
  private final Sources sources = new Sources(Duration.ofSeconds(10));

  @AfterEach
  void stop() {
    prometheus.close();
  }

  @Override
  MetricSource source() {
    return sources.open(SourceConfig.prometheus(prometheus.address()));
  }

  @Override
  void backendAnswers(double value) {
    prometheus.reply(PrometheusReply.value(value));
  }

  @Override
  void backendHasNoData() {
    prometheus.reply(PrometheusReply.noSeries());
  }

  @Override
  void backendAnswersNotANumber() {
    prometheus.reply(PrometheusReply.vector("NaN"));
  }

  @Override
  void backendAnswersSeveralSeries() {
    prometheus.reply(PrometheusReply.vector("1", "2"));
  }

  @Override
  void backendRefusesTheQuery() {
    prometheus.reply(PrometheusReply.error(400, "bad_data", "parse error"));
  }

  @Override
  void backendFails() {
    prometheus.reply(PrometheusReply.status(503, "Service Unavailable"));
  }

  @Override
  void backendAnswersGarbage() {
    prometheus.reply(PrometheusReply.status(200, "<html>log in</html>"));
  }

  @Override
  void backendAnswersWithoutEnd() {
    prometheus.reply(PrometheusReply.status(200, "x".repeat(2 * PrometheusSource.MAX_BYTES)));
  }

  @Override
  void backendDoesNotAnswer() {
    prometheus.reply(PrometheusReply.noReply());
  }

  @Override
  void backendIsGone() {
    prometheus.close();
  }

  @Override
  @Test
  void silenceIsNoAnswer() {
    backendDoesNotAnswer();
    var impatient =
        new Sources(Duration.ofMillis(100)).open(SourceConfig.prometheus(prometheus.address()));
    assertThat(impatient.read(QUERY, Instant.EPOCH))
        .isEqualTo(new Reading.Unreachable(host() + ": no answer in time"));
  }

  @Test
  void anErrorTellsStatusAndBody() {
    prometheus.reply(PrometheusReply.error(422, "execution", "too many\\nsamples"));
    assertThat(read())
        .isInstanceOfSatisfying(
            Reading.Unreachable.class,
            reading ->
                assertThat(reading.why())
                    .startsWith(host() + ": error response: Status 422")
                    .contains("too many"));
  }

  @Test
  void aScalarIsAValue() {
    prometheus.reply(PrometheusReply.scalar("7"));
    assertThat(read()).isEqualTo(new Reading.Value(7, OptionalLong.empty()));
  }

  @Test
  void aRangeIsNoData() {
    prometheus.reply(PrometheusReply.matrix("1", "2"));
    assertThat(read()).isEqualTo(new Reading.NoData("query returned multiple values"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+Inf", "-Inf"})
  void whatIsInfiniteIsNoData(String value) {
    prometheus.reply(PrometheusReply.vector(value));
    assertThat(read()).isInstanceOf(Reading.NoData.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"status\":\"success\"}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":null}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[1,2]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"x\"]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"string\",\"result\":[1,\"1\"]}}",
        "{\"status\":\"error\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"1\"]}}",
      })
  void whatTheApiNeverAnswersIsNoAnswer(String body) {
    prometheus.reply(PrometheusReply.status(200, body));
    assertThat(read()).isInstanceOf(Reading.Unreachable.class);
  }

  @Test
  void aSecondQueryCountsTheSamples() {
    prometheus.reply(
        query -> query.equals("count") ? PrometheusReply.value(41.7) : PrometheusReply.value(99));
    assertThat(read(counted())).isEqualTo(new Reading.Value(99, OptionalLong.of(42)));
  }

  @Test
  void withoutACountTheValueStands() {
    prometheus.reply(
        query -> query.equals("count") ? PrometheusReply.noSeries() : PrometheusReply.value(99));
    assertThat(read(counted())).isEqualTo(new Reading.Value(99, OptionalLong.empty()));
  }

  @Test
  void theQueryIsSentOnOneLineWhateverCharactersItHas() {
    read(Query.of("\n  sum(rate(x{a=~\"b+&c%\"}[1m]))\n  /\n  2 ", Duration.ofMinutes(1)));
    assertThat(prometheus.requests().getFirst().query())
        .isEqualTo("sum(rate(x{a=~\"b+&c%\"}[1m])) / 2");
  }

  @Test
  void anAddressMayHaveAPath() {
    sources
        .open(SourceConfig.prometheus(prometheus.address() + "/prom/"))
        .read(QUERY, Instant.EPOCH);
    assertThat(prometheus.requests().getFirst().path()).isEqualTo("/prom/api/v1/query");
  }

  @Test
  void headersOfTheTemplateAreSent() {
    var config =
        new SourceConfig(
            "prometheus",
            prometheus.address(),
            Map.of("X-Scope-OrgID", List.of("a", "b")),
            SecretData.NONE,
            false);
    sources.open(config).read(QUERY, Instant.EPOCH);
    assertThat(prometheus.requests().getFirst().headers())
        .containsEntry("X-scope-orgid", List.of("a", "b"))
        .doesNotContainKey("Authorization");
  }

  @Test
  void aTokenGoesBeforeUsernameAndPassword() {
    assertThat(authorization(Map.of("token", "t\n", "username", "u", "password", "p")))
        .contains("Bearer t");
    assertThat(authorization(Map.of("username", "u", "password", "p"))).contains("Basic dTpw");
  }

  @Test
  void aSecretWithoutCredentialsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> authorization(Map.of("username", "hidden")))
        .withMessageContaining("token")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hidden"));
  }

  @Test
  void aTokenThatIsNoHeaderIsRefusedWithoutShowingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> authorization(Map.of("token", "hid\nden")))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hid"));
  }

  @Test
  void credentialsNeverShow() {
    assertThat(config(Map.of("token", "hidden")).toString()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prometheus:9090", "ftp://prometheus"})
  void anAddressThatIsNoUrlIsRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sources.open(SourceConfig.prometheus(address)));
  }

  @Test
  void anUnknownTypeIsAnErrorThatListsTheKnownOnes() {
    var config = new SourceConfig("promql", "http://x", Map.of(), SecretData.NONE, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sources.open(config))
        .withMessage("unknown metric provider type \"promql\", known types: prometheus");
  }

  private static Query counted() {
    return new Query("value", Optional.of("count"), Duration.ofMinutes(1));
  }

  private Optional<String> authorization(Map<String, String> secret) {
    sources.open(config(secret)).read(QUERY, Instant.EPOCH);
    var headers = prometheus.requests().getLast().headers();
    return Optional.ofNullable(headers.get("Authorization")).map(List::getFirst);
  }

  private SourceConfig config(Map<String, String> secret) {
    var base64 = new HashMap<String, String>();
    secret.forEach(
        (key, value) -> base64.put(key, Base64.getEncoder().encodeToString(value.getBytes(UTF_8))));
    return new SourceConfig(
        "prometheus", prometheus.address(), Map.of(), SecretData.ofBase64(base64), false);
  }

  private String host() {
    return prometheus.address().substring("http://".length());
  }
}
