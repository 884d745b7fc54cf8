package io.burgee.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.Intents;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.Snapshot;
import io.burgee.testsupport.Golden;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the VirtualService when the Canary goes. */
class ReturnTest {
  private static final String KUBECTL = "kubectl.kubernetes.io/last-applied-configuration";
  private static final String KEPT = "flagger.kubernetes.io/original-configuration";

  private static final String ORIGINAL =
      """
      {"hosts": ["app.example.com"], "gateways": ["public"], "exportTo": ["."],
       "tls": [{"match": [{"port": 443, "sniHosts": ["app.example.com"]}],
                "route": [{"destination": {"host": "podinfo"}}]}],
       "http": [{"timeout": "3s", "route": [{"destination": {"host": "podinfo"}}]}]}
      """;

  private final IstioRouter router = new IstioRouter("networking.istio.io/v1beta1");

  @Test
  void whatKubectlRemembersComesBack() {
    var live = ours(Map.of(KUBECTL, "{\"spec\": " + ORIGINAL + "}", KEPT, "{\"hosts\": [\"x\"]}"));
    assertReturned(live, Intents.plain(30), "returned");
  }

  @Test
  void whatWasKeptComesBack() {
    assertReturned(ours(Map.of(KEPT, ORIGINAL)), Intents.plain(30), "returned");
  }

  @Test
  void aGeneratedRouteSendsEverythingToTheSideThatServesLongest() {
    var service =
        """
        port: 80
        portDiscovery: true
        delegation: true
        match: [{uri: {prefix: /}}]
        rewrite: {uri: /v2}
        """;
    var intent = Intents.of(service, 30).with(Intents.affinity()).with(Traffic.of(new Weight(30)));
    var generated = (GenericKubernetesResource) router.render(intent, Snapshot.EMPTY).getLast();
    var back = router.revert(intent, snapshot(generated));
    Golden.assertYaml(back, "golden/istio/returned-generated.yaml");
    assertThat(router.reverted(intent, snapshot(generated))).isFalse();
    assertThat(router.reverted(intent, snapshot(back.getFirst()))).isTrue();
  }

  @Test
  void connectionsOfAGeneratedRouteGoThereToo() {
    var intent = Intents.of("port: 5432\nappProtocol: tcp\nmatch: [{port: 5432}]", 0);
    var generated = router.render(intent, Snapshot.EMPTY).getLast();
    assertThat(router.revert(intent, snapshot(generated)).getFirst().toString())
        .contains("tcp=[{match=[{port=5432}], route=[{destination={host=podinfo-canary}}]}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "7",
        "{}",
        "{\"http\": [{\"route\": [{\"destination\": {\"host\": \"podinfo-primary.test\"}}]}]}"
      })
  void aUsersRouteWithoutAnOriginalOfUseGoesToTheServiceThatUsersAddress(String kept) {
    assertReturned(ours(Map.of(KEPT, kept)), Intents.plain(30), "returned-without-original");
  }

  @Test
  void whatKubectlRemembersIsNotUsedWhereTheRouteWasNeverOurs() {
    var live = ours(Map.of(KUBECTL, "{\"spec\": " + ORIGINAL + "}"));
    live.setAdditionalProperty("spec", Map.of("hosts", List.of("elsewhere")));
    assertThat(router.revert(Intents.plain(0), snapshot(live))).isEmpty();
    assertThat(router.reverted(Intents.plain(0), snapshot(live))).isTrue();
  }

  private void assertReturned(GenericKubernetesResource live, RouteIntent intent, String golden) {
    assertThat(router.reverted(intent, snapshot(live))).isFalse();
    var back = router.revert(intent, snapshot(live));
    Golden.assertYaml(back, "golden/istio/" + golden + ".yaml");
    assertThat(router.reverted(intent, snapshot(back.getFirst()))).isTrue();
    assertThat(router.revert(intent, snapshot(back.getFirst()))).isEmpty();
  }

  /** A user's route that is in use. */
  private GenericKubernetesResource ours(Map<String, String> annotations) {
    var live =
        (GenericKubernetesResource) router.render(Intents.plain(30), Snapshot.EMPTY).getLast();
    var copy = Serialization.clone(live);
    copy.getMetadata().setOwnerReferences(List.of());
    copy.getMetadata().getAnnotations().putAll(annotations);
    return copy;
  }

  private static Snapshot snapshot(HasMetadata live) {
    return Snapshot.of(List.of(live));
  }
}
