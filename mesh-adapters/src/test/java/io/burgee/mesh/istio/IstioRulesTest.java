package io.burgee.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.Affinity;
import io.burgee.mesh.Cookie;
import io.burgee.mesh.Intents;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.Snapshot;
import io.burgee.testsupport.Golden;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules that strategies need besides a split by weight. */
class IstioRulesTest {
  private static final Traffic MATCHED = new Traffic(Weight.ZERO, false, true);
  private static final Traffic MIRRORED = new Traffic(Weight.ZERO, true, false);
  private static final Traffic THIRTY = Traffic.of(new Weight(30));

  private static final String PLAIN = "port: 9898";
  private static final String INSIDERS = "match: [{headers: {x-canary: {exact: insider}}}]";
  private static final String TCP = "port: 5432\nappProtocol: TCP\nmatch: [{port: 5432}]";

  private final IstioRouter router = new IstioRouter("networking.istio.io/v1beta1");

  @Test
  void anAbTestAtRestHasItsRulesAlready() {
    golden(Intents.of(PLAIN, INSIDERS, Traffic.NONE), "ab-at-rest");
  }

  @Test
  void inAnAbTestRequestsThatMatchGoToTheCanaryAndAllOthersToThePrimary() {
    golden(Intents.of(PLAIN, INSIDERS, MATCHED), "ab-running");
  }

  @Test
  void whenThePrimaryIsBrokenNobodyIsLeftOnItForNotBeingAnInsider() {
    golden(Intents.of(PLAIN, INSIDERS, Traffic.of(Weight.ALL)), "ab-rescue");
  }

  @Test
  void anInsiderIsOneByHeaderOrCookieWithinWhatTheRouteIsFor() {
    var service =
        """
        port: 9898
        gateways: [istio-system/public-gateway]
        match:
        - {uri: {prefix: /shop}, headers: {x-tenant: {exact: acme}}, sourceLabels: {app: web}}
        - {uri: {prefix: /cart}}
        timeout: 5s
        """;
    var analysis =
        """
        match:
        - headers: {x-canary: {exact: insider}}
        - headers: {cookie: {regex: "^(.*?;)?(type=insider)(;.*)?$"}}
          sourceLabels: {app: tester}
        - queryParams: {canary: {exact: "1"}}
        """;
    golden(Intents.of(service, analysis, MATCHED), "ab-merged");
  }

  @Test
  void aSuffixIsARegularExpressionForIstio() {
    var analysis = "match: [{headers: {user-agent: {suffix: \"Fox (1.0)\"}}}]";
    assertThat(
            router
                .render(Intents.of(PLAIN, analysis, MATCHED), Snapshot.EMPTY)
                .getLast()
                .toString())
        .contains("user-agent={regex=.*Fox \\(1\\.0\\)}");
  }

  @Test
  void aCopyGoesToTheCanary() {
    golden(Intents.of(PLAIN, "mirrorWeight: 50", MIRRORED), "mirror-50");
  }

  @Test
  void allRequestsAreCopiedUnlessAShareIsGiven() {
    var rules = router.render(Intents.of(PLAIN, "mirrorWeight: 0", MIRRORED), Snapshot.EMPTY);
    assertThat(rules.getLast().toString())
        .contains("mirror={host=podinfo-canary}")
        .doesNotContain("mirrorPercentage");
  }

  @Test
  void aCopyThroughAGatewayNeedsThePortToo() {
    var service = "port: 80\nportDiscovery: true\ngateways: [istio-system/public-gateway]";
    golden(Intents.of(service, "mirrorWeight: 10", MIRRORED), "mirror-gateway");
  }

  @Test
  void connectionsAreSplitByWeight() {
    golden(Intents.of(TCP, "{}", THIRTY), "tcp-30");
  }

  @Test
  void connectionsThroughAGatewayNeedThePortWhereSeveralAreExposed() {
    var service =
        """
        port: 5432
        appProtocol: tcp
        portDiscovery: true
        gateways: [istio-system/public-gateway]
        match:
        - {port: 5432, gateways: [istio-system/public-gateway]}
        - {port: 5433, sourceLabels: {app: web}, uri: {prefix: /}}
        """;
    golden(Intents.of(service, "{}", THIRTY), "tcp-gateway");
  }

  @Test
  void aConditionThatConnectionsDoNotHaveIsNone() {
    var rules =
        router.render(
            Intents.of("port: 1\nappProtocol: tcp\nmatch: [{port: 1}, {uri: {prefix: /}}]", 30),
            Snapshot.EMPTY);
    assertThat(rules.getLast().toString()).doesNotContain("match");
  }

  @Test
  void clientsStayOnTheSideThatServedThemFirst() {
    golden(Intents.of(PLAIN, "{}", THIRTY).with(Intents.affinity()), "affinity-30");
  }

  @Test
  void onceTheCanaryHasEverythingNobodyIsKeptOnThePrimary() {
    var all = Intents.of(PLAIN, "{}", Traffic.of(Weight.ALL));
    golden(all.with(Intents.affinity()), "affinity-100");
  }

  @Test
  void whenTheCanaryHasNothingItsCookieIsTakenBack() {
    golden(Intents.of(PLAIN, "{}", Traffic.NONE).with(Intents.affinity()), "affinity-0");
  }

  @Test
  void withoutAPreviousCookieThereIsNoneToTakeBack() {
    var first = Intents.affinity(Optional.empty());
    golden(Intents.of(PLAIN, "{}", Traffic.NONE).with(first), "affinity-first");
  }

  @Test
  void cookiesJoinWhatUsersAskOfTheirRequests() {
    var service =
        """
        port: 9898
        match: [{uri: {prefix: /shop}}, {uri: {prefix: /cart}, headers: {x-tenant: {exact: acme}}}]
        headers: {response: {add: {x-frame-options: deny}, remove: [server]}}
        """;
    var affinity =
        new Affinity(
            new Cookie("__Host-app.side", "CURRENTABC"),
            Optional.of(new Cookie("__Host-app.side", "PREVIOUSAB")),
            Optional.empty(),
            3600,
            60,
            new Affinity.Attributes("app.example.com", true, true, "/shop", "Strict", true));
    golden(Intents.of(service, "{}", THIRTY).with(affinity), "affinity-merged-30");
    golden(Intents.of(service, "{}", Traffic.NONE).with(affinity), "affinity-merged-0");
  }

  @Test
  void aHostIsNamedOnce() {
    var service = "port: 80\nhosts: [a.example.com, podinfo.test.svc.cluster.local, a.example.com]";
    assertThat(router.render(Intents.of(service, 0), Snapshot.EMPTY).getLast().toString())
        .contains("hosts=[a.example.com, podinfo.test.svc.cluster.local]");
    var elsewhere = "port: 80\nhosts: [podinfo.other, podinfo.test.svcs]";
    assertThat(router.render(Intents.of(elsewhere, 0), Snapshot.EMPTY).getLast().toString())
        .contains("hosts=[podinfo.other, podinfo.test.svcs, podinfo]");
  }

  private void golden(RouteIntent intent, String name) {
    Golden.assertYaml(
        router.render(intent, Snapshot.EMPTY).subList(2, 3), "golden/istio/" + name + ".yaml");
  }
}
