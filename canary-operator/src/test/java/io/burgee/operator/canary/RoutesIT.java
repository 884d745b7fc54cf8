package io.burgee.operator.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.cluster.Fields;
import io.burgee.sandbox.cluster.Key;
import io.burgee.sandbox.cluster.Resource;
import io.burgee.sandbox.demo.Demo;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of routes that are more than a split by weight. */
class RoutesIT {
  private static final String KEPT = "flagger.kubernetes.io/original-configuration";

  private final Harness harness = Harness.start();

  @BeforeEach
  void operate() {
    harness.operate(WriteLog.NONE);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void aUsersRouteIsGivenBackAsItWasWhenTheCanaryGoes() {
    var shop = Shop.open(harness, "shop");
    var original = usersRoute();
    shop.release(canary -> canary.withObject("/spec").put("revertOnDeletion", true))
        .awaitRest("Initialized");
    var taken = shop.get(shop.routes(), Shop.NAME);
    assertThat(taken.at("/metadata/annotations").has(KEPT)).isTrue();
    assertThat(taken.at("/metadata/ownerReferences").isEmpty()).isTrue();
    assertThat(rules(taken).toString()).contains("shop-primary", "shop-canary");

    harness.delete(shop.canaries(), "shop", Shop.NAME);
    shop.await("gone", () -> !shop.exists(shop.canaries(), Shop.NAME));
    var returned = shop.get(shop.routes(), Shop.NAME);
    assertThat(returned.path("spec")).isEqualTo(original.path("spec"));
    assertThat(Fields.annotation(returned, KEPT)).isEmpty();
    assertThat(Fields.annotation(returned, "kustomize.toolkit.fluxcd.io/reconcile")).isEmpty();
    assertThat(returned.at("/metadata/uid")).isEqualTo(original.at("/metadata/uid"));
  }

  @Test
  void clientsKeepTheirSideForARunAndLoseTheirCookieAfterIt() {
    var shop =
        Shop.open(harness, "shop")
            .release(
                canary -> {
                  var analysis = canary.withObject("/spec/analysis");
                  analysis.withObject("/sessionAffinity").put("cookieName", "side");
                  analysis.putArray("stepWeights").add(20).add(50);
                })
            .awaitRest("Initialized");
    shop.deploy(Demo.Version.GOOD);
    shop.await("a share", () -> shop.liveWeight() > 0);
    var cookie = shop.status().path("sessionAffinityCookie").asText();
    assertThat(cookie).matches("side=[A-Za-z]{10}");
    shop.awaitRest("Succeeded");
    assertThat(shop.status().path("sessionAffinityCookie").asText()).isEmpty();
    assertThat(shop.status().path("previousSessionAffinityCookie").asText()).isEqualTo(cookie);
    var rules = rules(shop.get(shop.routes(), Shop.NAME));
    assertThat(rules).hasSize(2);
    assertThat(rules.getFirst().at("/headers/response/add/Set-Cookie").asText())
        .isEqualTo(cookie + "; Max-Age=-1");
  }

  /** What somebody applied before there was a Canary. */
  private ObjectNode usersRoute() {
    var route = Fields.object(Resource.VIRTUAL_SERVICES, new Key("shop", Shop.NAME));
    var spec = route.putObject("spec");
    spec.putArray("hosts").add("shop.example.com");
    spec.putArray("gateways").add("public");
    var rule = spec.putArray("http").addObject();
    rule.put("timeout", "3s");
    rule.putArray("route").addObject().putObject("destination").put("host", Shop.NAME);
    return harness.create(route);
  }

  private static List<JsonNode> rules(ObjectNode route) {
    return StreamSupport.stream(route.at("/spec/http").spliterator(), false).toList();
  }
}
