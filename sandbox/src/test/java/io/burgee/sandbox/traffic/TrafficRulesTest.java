package io.burgee.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule of a VirtualService a simulated request follows, and what is counted of it. */
class TrafficRulesTest {
  private static final Offset<Double> NEAR = within(6.0);

  private static final String SIDES =
      """
      "route": [{"destination": {"host": "shop-primary"}, "weight": %d},
                {"destination": {"host": "shop-canary"}, "weight": %d}]
      """;

  private static final String CANARY = SIDES.formatted(0, 100);
  private static final String PRIMARY = SIDES.formatted(100, 0);

  private static final String GIVEN =
      "{\"response\": {\"add\": {\"Set-Cookie\": \"cc=CURRENT; Max-Age=86400\"}}}";

  private final TrafficFixture fixture = new TrafficFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"headers\": {\"x-canary\": {\"exact\": \"insider\"}}}",
        "{\"headers\": {\"cookie\": {\"regex\": \"^(.*?;)?(type=insider)(;.*)?$\"}}}",
        "{\"queryParams\": {\"canary\": {\"exact\": \"1\"}}}",
        "{\"sourceLabels\": {\"app\": \"tester\"}}",
        "{\"headers\": {\"x\": {\"suffix\": \"y\"}}}, {\"headers\": {\"y\": {\"exact\": \"z\"}}}"
      })
  void insidersHaveWhatAnAbTestLooksFor(String match) {
    fixture.bothSides();
    rules("{\"match\": [" + match + "], " + CANARY + "}", "{" + PRIMARY + "}");
    fixture.time.advance(60);
    assertThat(fixture.rate("shop")).isCloseTo(20, NEAR);
    assertThat(fixture.rate("shop-primary")).isCloseTo(80, NEAR);
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void usersWantWhatTheRouteIsFor() {
    fixture.bothSides();
    var route =
        "\"uri\": {\"prefix\": \"/cart\"}, \"method\": {\"exact\": \"POST\"},"
            + " \"headers\": {\"x-tenant\": {\"exact\": \"a\"}%s}";
    var insiders = route.formatted(", \"x-canary\": {\"exact\": \"insider\"}");
    rules(
        "{\"match\": [{" + insiders + "}], " + CANARY + "}",
        "{\"match\": [{" + route.formatted("") + "}], " + PRIMARY + "}");
    fixture.time.advance(60);
    assertThat(fixture.rate("shop")).isCloseTo(20, NEAR);
    assertThat(fixture.rate("shop-primary")).isCloseTo(80, NEAR);
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void whatAsksForTheAbsenceOfHeadersIsForOthersThanInsiders() {
    fixture.bothSides();
    rules(
        "{\"match\": [{\"withoutHeaders\": {\"x-canary\": {}}}], " + PRIMARY + "}",
        "{" + CANARY + "}");
    fixture.time.advance(60);
    assertThat(fixture.rate("shop")).isCloseTo(20, NEAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"uri\": {\"exact\": \"/other\"}}", "{\"uri\": {\"regex\": \"(\"}}"})
  void aRuleForOtherRequestsIsPassedOver(String match) {
    fixture.bothSides();
    rules("{\"match\": [" + match + "], " + CANARY + "}", "{" + PRIMARY + "}");
    fixture.time.advance(60);
    assertThat(fixture.rate("shop")).isZero();
  }

  @Test
  void copiesAreCountedButNotTheirAnswers() {
    fixture.pod("shop-primary", true, Map.of());
    fixture.pod("shop", true, Map.of(Backend.ERROR_RATE, "0.5"));
    rules("{\"mirrors\": [{\"destination\": {\"host\": \"shop-canary\"}}], " + PRIMARY + "}");
    fixture.time.advance(60);
    var snapshot = fixture.traffic.snapshot("demo", "shop", Duration.ofSeconds(20));
    assertThat(snapshot.canary().requestsPerSecond()).isCloseTo(100, NEAR);
    assertThat(snapshot.canary().successRate().orElseThrow()).isCloseTo(50, NEAR);
    assertThat(snapshot.primary().requestsPerSecond()).isCloseTo(100, NEAR);
    assertThat(snapshot.primary().successRate()).hasValue(100);
    assertThat(snapshot.dropped()).isZero();
  }

  @Test
  void aRequestThatFindsNoPodIsLostOnceAndNotCopied() {
    fixture.pod("shop", true, Map.of());
    rules("{\"mirror\": {\"host\": \"shop-canary\"}, " + PRIMARY + "}");
    fixture.time.advance(10);
    assertThat(fixture.traffic.dropped())
        .containsOnlyKeys(new Dropped("demo", "shop", "shop-primary"));
    assertThat(fixture.rate("shop")).isZero();
  }

  @Test
  void connectionsAreCountedAsSuch() {
    fixture.pod("shop-primary", true, Map.of());
    fixture.pod("shop", true, Map.of(Backend.ERROR_RATE, "0.5"));
    fixture.route(
        "{\"hosts\": [\"shop\"], \"tcp\": [{\"match\": [{\"port\": 5432}], "
            + SIDES.formatted(70, 30)
            + "}]}");
    fixture.time.advance(60);
    assertThat(fixture.traffic.snapshot("demo", "shop", Duration.ofSeconds(20)).canary())
        .satisfies(
            side -> {
              assertThat(side.requestsPerSecond()).isCloseTo(30, NEAR);
              assertThat(side.successRate()).isEmpty();
            });
    assertThat(
            fixture.ask(
                "sum(rate(istio_tcp_connections_closed_total{destination_workload=\"shop\","
                    + "response_flags=\"UC\"}[20s]))"))
        .isCloseTo(15, NEAR);
    assertThat(fixture.ask("sum(istio_requests_total)")).isNaN();
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void clientsComeBackWithTheCookieOfTheSideThatServedThem() {
    fixture.bothSides();
    running();
    fixture.time.advance(120);
    assertThat(fixture.rate("shop")).isCloseTo(10, NEAR);
    assertThat(fixture.rate("shop-primary")).isCloseTo(90, NEAR);

    rules(
        "{\"match\": [{\"headers\": {\"Cookie\": {\"regex\": \".*cc.*CURRENT.*\"}}}], "
            + SIDES
                .replace("\"shop-canary\"}", "\"shop-canary\"}, \"headers\": " + GIVEN)
                .formatted(0, 100)
            + "}",
        "{" + PRIMARY + "}");
    fixture.time.advance(21);
    assertThat(fixture.rate("shop")).isBetween(0.5, 5.0); // old ones only, fewer and fewer
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void aCookieThatIsTakenBackKeepsNobody() {
    fixture.bothSides();
    running();
    fixture.time.advance(60);
    rules(
        """
        {"match": [{"headers": {"Cookie": {"regex": ".*cc.*CURRENT.*"}}}],
         "headers": {"response": {"add": {"Set-Cookie": "cc=CURRENT; Max-Age=-1"}}}, %s}
        """
            .formatted(PRIMARY),
        "{" + PRIMARY + "}");
    fixture.time.advance(60);
    assertThat(fixture.rate("shop")).isZero();
    assertThat(fixture.rate("shop-primary")).isCloseTo(100, NEAR);
    assertThat(fixture.traffic.dropped()).isEmpty();
  }

  @Test
  void aCookieLivesAsLongAsItSays() {
    var client = new Clients.Client();
    var now = fixture.time.now();
    client.take("a=1; Max-Age=15; Path=/", now);
    client.take("b=2", now);
    client.take("nonsense", now);
    assertThat(client.cookies(now.plusSeconds(14))).isEqualTo("a=1; b=2");
    assertThat(client.cookies(now.plusSeconds(15))).isEqualTo("b=2");
    client.take("b=2; Max-Age=-1", now);
    assertThat(client.cookies(now)).isEqualTo("a=1");
  }

  private void running() {
    rules(
        "{\"match\": [{\"headers\": {\"Cookie\": {\"regex\": \".*cc.*CURRENT.*\"}}}], "
            + CANARY
            + "}",
        "{\"match\": [{\"headers\": {\"Cookie\": {\"regex\": \".*pc.*PRIMARY.*\"}}}], "
            + PRIMARY
            + "}",
        """
        {"route": [
          {"destination": {"host": "shop-primary"}, "weight": 90,
           "headers": {"response": {"add": {"Set-Cookie": "pc=PRIMARY; Max-Age=15"}}}},
          {"destination": {"host": "shop-canary"}, "weight": 10,
           "headers": {"response": {"add": {"Set-Cookie": "cc=CURRENT; Max-Age=86400"}}}}]}
        """);
  }

  private void rules(String... rules) {
    fixture.route("{\"hosts\": [\"shop\"], \"http\": [" + String.join(",", rules) + "]}");
  }
}
