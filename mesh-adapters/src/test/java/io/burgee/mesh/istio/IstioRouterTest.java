package io.burgee.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.burgee.mesh.Intents;
import io.burgee.mesh.MeshRouter;
import io.burgee.mesh.MeshRouterContract;
import io.burgee.mesh.Snapshot;
import io.burgee.testsupport.Golden;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IstioRouterTest extends MeshRouterContract {
  private static final String FOREIGN =
      """
      apiVersion: networking.istio.io/v1beta1
      kind: VirtualService
      metadata:
        name: podinfo
        namespace: test
      spec:
        hosts: [podinfo]
        http:
        - route:
          - destination: {host: podinfo}
      """;

  private final IstioRouter router = new IstioRouter("networking.istio.io/v1beta1");

  @Override
  protected MeshRouter router() {
    return router;
  }

  @Override
  protected HasMetadata foreignRoute() {
    return parsed(FOREIGN);
  }

  @Override
  protected HasMetadata edited(HasMetadata route) {
    return parsed(Serialization.asYaml(route).replace("mesh", "istio-system/public-gateway"));
  }

  @ParameterizedTest
  @CsvSource({"0", "30", "100"})
  void splitsByWeight(int percent) {
    golden("port: 9898", percent, "split-" + percent);
  }

  @Test
  void aGatewayInFrontNeedsThePortWhereSeveralAreExposed() {
    golden(
        """
        port: 80
        portDiscovery: true
        gateways: [istio-system/public-gateway, mesh]
        hosts: [app.example.com]
        match: [{uri: {prefix: /}}]
        rewrite: {uri: /}
        timeout: 30s
        """,
        30,
        "gateway");
  }

  @Test
  void aDelegateHasNeitherHostsNorGateways() {
    golden("port: 80\nportDiscovery: true\ndelegation: true", 30, "delegation");
  }

  @Test
  void aDelegateWithHostsIsRefused() {
    var intent = Intents.of("port: 80\ndelegation: true\nhosts: [app.example.com]", 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> router.render(intent, Snapshot.EMPTY))
        .withMessage(
            "VirtualService podinfo.test cannot have hosts and gateways when delegation enabled");
  }

  @Test
  void whatUsersWriteInIstiosTermsPassesThrough() {
    golden(
        """
        port: 9898
        hosts: ["*"]
        retries: {perTryTimeout: 1s, retryOn: "gateway-error,connect-failure"}
        rewrite: {uri: /v2, authority: other.example.com, type: ReplacePrefixMatch}
        headers:
          request: {set: {weight: heavy}, add: {x-some: value}, remove: [x-other]}
          response: {set: {x-frame-options: deny}}
        corsPolicy:
          allowOrigins: [{exact: "https://example.com"}]
          allowMethods: [GET]
          allowCredentials: false
          maxAge: 24h
        trafficPolicy:
          connectionPool: {http: {http2MaxRequests: 1000}}
          loadBalancer: {consistentHash: {httpCookie: {name: user, ttl: 0s}}}
          outlierDetection: {baseEjectionTime: 15m, minHealthPercent: 0}
          tls: {mode: ISTIO_MUTUAL}
        """,
        30,
        "pass-through");
  }

  @Test
  void theRouteCarriesTheMetadataOfTheApex() {
    golden(
        """
        port: 9898
        apex:
          labels: {team: web}
          annotations: {example.com/contact: web@example.com}
        """,
        0,
        "apex-metadata");
  }

  @Test
  void aTakenOverRouteKeepsItsOriginal() {
    var foreign = Snapshot.of(List.of(foreignRoute()));
    var taken = router.render(Intents.plain(0), foreign);
    Golden.assertYaml(taken, "golden/istio/taken-over.yaml");
    assertThat(router.render(Intents.plain(0), Snapshot.of(taken))).isEqualTo(taken);
  }

  @Test
  void whatKubectlRemembersIsNotKeptTwice() {
    var foreign = parsed(FOREIGN);
    foreign
        .getMetadata()
        .getAnnotations()
        .put("kubectl.kubernetes.io/last-applied-configuration", "{}");
    var taken = router.render(Intents.plain(0), Snapshot.of(List.of(foreign)));
    assertThat(taken.getLast().getMetadata().getAnnotations())
        .doesNotContainKey("flagger.kubernetes.io/original-configuration");
  }

  @Test
  void theApiVersionIsAParameter() {
    var newer = IstioRouter.serving("networking.istio.io/v1"::equals);
    assertThat(newer.render(Intents.plain(0), Snapshot.EMPTY))
        .extracting(HasMetadata::getApiVersion)
        .containsOnly("networking.istio.io/v1");
    assertThat(IstioRouter.serving(_ -> true).reads(Intents.plain(0)))
        .allSatisfy(ref -> assertThat(ref.apiVersion()).isEqualTo("networking.istio.io/v1beta1"));
  }

  private void golden(String service, int percent, String name) {
    Golden.assertYaml(
        router.render(Intents.of(service, percent), Snapshot.EMPTY),
        "golden/istio/" + name + ".yaml");
  }

  private static GenericKubernetesResource parsed(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }
}
