package io.burgee.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.testsupport.ApiRequest;
import io.burgee.testsupport.ApiRequests;
import io.burgee.testsupport.RealCluster;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A Canary as people write them, released on a real API server. */
@RealCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryE2E {
  /** What one rollout is known to cost with Flagger. */
  private static final int FLAGGER = 95;

  private RealRelease real;

  @BeforeAll
  void start(@TempDir Path folder) {
    real = RealRelease.start(folder);
  }

  @AfterEach
  void theRoleOfDeployIsEnough() {
    assertThat(real.requests().where(request -> request.code() == 403).all()).isEmpty();
  }

  @AfterAll
  void stop() {
    real.close();
  }

  @Test
  void initialisationMakesThePrimaryAndTurnsTrafficToIt() {
    var shop = real.initialised("catalog");

    assertThat(shop.replicas("-primary")).isEqualTo(2);
    assertThat(shop.replicas("")).isZero();
    assertThat(real.list(shop, "service")).containsExactly("", "-canary", "-primary");
    assertThat(real.list(shop, "destinationrule")).containsExactly("-canary", "-primary");
    assertThat(real.list(shop, "virtualservice")).containsExactly("");
    assertThat(real.list(shop, "hpa")).containsExactly("", "-primary");
    assertThat(real.list(shop, "controllerrevision")).hasSize(1);
    assertThat(owner(shop.deployment("-primary")).getUid())
        .isEqualTo(shop.canary().getMetadata().getUid());
    assertThat(shop.status().getCanaryWeight()).isZero();
  }

  @Test
  void thePrimarysAutoscalerIsACopyOfTheTargets() {
    var shop = real.initialised("cart");
    var target = shop.autoscaler("").getSpec();
    var copy = shop.autoscaler("-primary").getSpec();

    assertThat(copy.getScaleTargetRef().getName()).isEqualTo("cart-primary");
    copy.getScaleTargetRef().setName("cart");
    assertThat(copy).isEqualTo(target);
  }

  @Test
  void aGoodVersionIsPromotedWithFewRequests() {
    var shop = real.initialised("storefront");
    var start = Instant.now();

    shop.release("1.1.0");
    shop.awaitEndOfRun(1);

    assertThat(shop.phase()).isEqualTo("Succeeded");
    assertThat(shop.image("-primary")).endsWith(":1.1.0");
    assertThat(shop.replicas("")).isZero();
    assertThat(messages(shop))
        .contains("New revision detected! Scaling up " + shop.fullName())
        .contains("Advance " + shop.fullName() + " canary weight 10")
        .contains("Advance " + shop.fullName() + " canary weight 50")
        .contains("Promotion completed! Scaling down " + shop.fullName())
        .doesNotHaveDuplicates();
    var requests = real.requests().between(start, Instant.now());
    print("A promotion in five steps", requests);
    assertThat(requests.where(CanaryE2E::asksForWhatACacheHas).all()).isEmpty();
    assertThat(requests.where(r -> r.kind().startsWith("patch virtualservices")).total())
        .as("one for each step, one back")
        .isEqualTo(6);
    assertThat(requests.total()).isLessThan(FLAGGER / 2);
  }

  @Test
  void aBadVersionIsRolledBackAndPeopleSeeWhy() {
    var shop = real.initialised("checkout");
    var start = Instant.now();

    shop.release("1.1.0-bad");
    shop.awaitEndOfRun(1);

    assertThat(shop.phase()).isEqualTo("Failed");
    assertThat(shop.image("-primary")).endsWith(":1.0.0");
    assertThat(shop.replicas("-primary")).isEqualTo(2);
    assertThat(shop.replicas("")).isZero();
    print("A rollback after three failed checks", real.requests().between(start, Instant.now()));
    var table = real.kubectl("get", "canaries", "-n", shop.namespace());
    assertThat(table.lines().map(line -> line.strip().split(" +")))
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .containsExactly("NAME", "STATUS", "WEIGHT", "LASTTRANSITIONTIME"),
            line -> assertThat(line).startsWith("checkout", "Failed", "0"));
    assertThat(real.kubectl("describe", "canary", "checkout", "-n", shop.namespace()))
        .contains("Rolling back " + shop.fullName() + " failed checks threshold reached 3")
        .contains("advancement success rate 90.00% < 99%")
        .contains("Canary failed! Scaling down " + shop.fullName());
  }

  @Test
  void aServiceThatUsersAddressAlreadyIsAdoptedAsItIs() {
    var namespace = real.newNamespace("adopted");
    var shop = real.storefront(namespace, "basket");
    shop.createTarget();
    real.applyAs(User.OTHER, Manifests.service(namespace, "basket"));
    var before = shop.service("");

    shop.createCanary();
    shop.awaitInitialised();

    var after = shop.service("");
    assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(after.getSpec().getClusterIP()).isEqualTo(before.getSpec().getClusterIP());
    assertThat(after.getSpec().getSelector()).isEqualTo(Map.of("app", "basket-primary"));
    assertThat(after.getMetadata().getOwnerReferences()).as("it outlives the Canary").isEmpty();
    assertThat(after.getMetadata().getLabels()).containsEntry("team", "web");
  }

  @Test
  void aRouteThatATeamKeptByItselfIsTakenOver() {
    var namespace = real.newNamespace("route");
    var shop = real.storefront(namespace, "search");
    shop.createTarget();
    real.applyAs(User.OTHER, Manifests.route(namespace, "search"));
    var before = shop.route("VirtualService", "");

    shop.createCanary();
    shop.awaitInitialised();

    var after = shop.route("VirtualService", "");
    assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(String.valueOf(after.getAdditionalProperties().get("spec")))
        .contains("host=search-primary", "host=search-canary")
        .doesNotContain("somewhere-else");
  }

  @Test
  void aPrimaryOfSomebodyElseIsLeftAlone() {
    var namespace = real.newNamespace("foreign");
    var shop = real.storefront(namespace, "gift");
    shop.createTarget();
    real.applyAs(User.OTHER, Manifests.target(namespace, "gift-primary"));

    shop.createCanary();
    shop.awaitCondition("Stalled", "gift-primary", "is not ours");

    assertThat(shop.image("-primary")).endsWith(":1.0.0");
    assertThat(shop.deployment("-primary").getMetadata().getOwnerReferences()).isEmpty();
    assertThat(shop.replicas("")).as("the target serves on").isEqualTo(2);
  }

  @Test
  void aCanaryThatOthersKeepEditingIsReleasedAllTheSame() {
    var shop = real.initialised("wishlist");
    shop.release("1.1.0");

    var edits = new AtomicInteger();
    Eventually.await(
        Duration.ofMinutes(2),
        () -> "the end of the run: " + shop.status().getBurgee(),
        () -> {
          shop.annotate("example.com/edits", Integer.toString(edits.incrementAndGet()));
          return shop.hasEnded(1);
        });

    assertThat(shop.phase()).isEqualTo("Succeeded");
    assertThat(shop.canary().getMetadata().getAnnotations())
        .containsEntry("example.com/edits", edits.toString());
    assertThat(messages(shop)).doesNotHaveDuplicates();
  }

  private List<String> messages(Storefront shop) {
    return real.events(shop).stream().map(Event::getMessage).toList();
  }

  private static OwnerReference owner(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().getFirst();
  }

  private static boolean asksForWhatACacheHas(ApiRequest request) {
    return request.verb().equals("get") || request.verb().equals("list");
  }

  private static void print(String what, ApiRequests requests) {
    System.out.printf("%s: %d requests%n%s%n", what, requests.total(), requests.table());
  }
}
