package io.burgee.kube;

import static io.burgee.kube.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachesTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String SERVICES = "/api/v1/namespaces/test/services/";
  private static final String ROUTE_CRD =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/routes.mesh.example";
  private static final Kind<GenericKubernetesResource> ROUTES =
      Kind.generic("mesh.example", "v1", "Route", "routes").whenServed();

  private final FakeApi api = new FakeApi();
  private final KubernetesClient client = api.client();
  private final Caches caches = new Caches(client, Optional.empty());

  @AfterEach
  void close() {
    caches.close();
    client.close();
    api.close();
  }

  @Test
  void whatIsThereAtTheStartIsAnsweredAndToldOnce() throws Exception {
    api.put(SERVICES + "a", service("a", "one"));
    var told = new CopyOnWriteArrayList<String>();
    var services = services();
    services.onChange((old, now) -> told.add(old == null ? "new" : "changed"));
    caches.start(SOON);
    assertThat(services.get("test", "a")).isPresent();
    assertThat(services.get("test", "b")).isEmpty();
    assertThat(services.list("test")).hasSize(1);
    eventually("told of a", () -> told.equals(List.of("new")));
  }

  @Test
  void aCacheOfTheSameKindIsTheSameCache() {
    assertThat(services()).isSameAs(services());
    assertThatThrownBy(() -> caches.of(Kind.of(Service.class).labelled("shard=1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readingBeforeTheFirstListIsNotMissing() {
    var services = services();
    assertThatThrownBy(() -> services.get("test", "a")).isInstanceOf(Transient.class);
  }

  @Test
  void changesAreFollowedInTheStoreAndInIndexes() throws Exception {
    var services = services().index("label", s -> List.of(label(s)));
    caches.start(SOON);
    api.put(SERVICES + "a", service("a", "one"));
    eventually("a is one", () -> services.byIndex("label", "one").size() == 1);
    api.put(SERVICES + "a", service("a", "two"));
    eventually("a is two", () -> services.byIndex("label", "two").size() == 1);
    assertThat(services.byIndex("label", "one")).isEmpty();
    api.remove(SERVICES + "a");
    eventually("a is gone", () -> services.list().isEmpty());
  }

  @Test
  void textInAnyLanguageArrivesThroughTheSameWatch() throws Exception {
    var services = services();
    caches.start(SOON);
    // Longer than any buffer and of every length modulo 8, so that characters are cut anywhere.
    for (var length = 0; length < 8; length++) {
      var label = "x".repeat(length) + "\u00e4\u00df\u8a9e\uD83D\uDE00".repeat(3000);
      api.put(SERVICES + "a", service("a", label));
      eventually(
          "as it was sent",
          () -> services.get("test", "a").map(s -> label(s).equals(label)).orElse(false));
    }
    assertThat(api.requests).hasSize(2);
  }

  @Test
  void afterOurWriteNothingOlderIsAnswered() throws Exception {
    api.put(SERVICES + "a", service("a", "one"));
    var services = services().index("label", s -> List.of(label(s)));
    caches.start(SOON);
    api.holdWatches(true);
    services.wrote(written(services.get("test", "a").orElseThrow(), "ours"));
    services.wrote(written(b(), "ours"));
    assertThat(services.get("test", "a").map(CachesTest::label)).hasValue("ours");
    assertThat(services.byIndex("label", "one")).isEmpty();
    assertThat(services.byIndex("label", "ours")).hasSize(2);
    assertThat(services.list("test")).hasSize(2);
    api.put(SERVICES + "a", service("a", "theirs"));
    api.holdWatches(false);
    eventually(
        "the later write of another is answered",
        () -> label(services.get("test", "a").orElseThrow()).equals("theirs"));
  }

  @Test
  void aWrittenObjectThatWasDeletedSinceIsGone() throws Exception {
    var services = services();
    caches.start(SOON);
    api.holdWatches(true);
    services.wrote(client.services().inNamespace("test").resource(labelled(b(), "x")).create());
    assertThat(services.get("test", "b")).isPresent();
    api.remove(SERVICES + "b");
    api.holdWatches(false);
    eventually("b is gone", () -> services.get("test", "b").isEmpty());
  }

  @Test
  void versionsThatCannotBeComparedAreFollowedByHavingBeenSeen() throws Exception {
    api.prefixVersions("v");
    api.put(SERVICES + "a", service("a", "one"));
    var services = services();
    caches.start(SOON);
    api.holdWatches(true);
    var ours = labelled(services.get("test", "a").orElseThrow(), "ours");
    services.wrote(client.services().inNamespace("test").resource(ours).update());
    assertThat(services.get("test", "a").map(CachesTest::label)).hasValue("ours");
    api.put(SERVICES + "a", service("a", "theirs"));
    api.holdWatches(false);
    eventually(
        "the later write is answered",
        () -> label(services.get("test", "a").orElseThrow()).equals("theirs"));
  }

  @Test
  void secretsAndConfigMapsAreKeptWithoutContent() throws Exception {
    api.put(
        "/api/v1/namespaces/test/secrets/s",
        """
        {"apiVersion":"v1","kind":"Secret","type":"Opaque","data":{"password":"aHVudGVyMg=="},
         "metadata":{"name":"s","namespace":"test","annotations":{
           "kubectl.kubernetes.io/last-applied-configuration":"aHVudGVyMg==","kept":"yes"}}}""");
    api.put(
        "/api/v1/namespaces/test/configmaps/c",
        """
        {"apiVersion":"v1","kind":"ConfigMap","data":{"a":"<b>"},
         "metadata":{"name":"c","namespace":"test",
           "annotations":{"flagger.app/config-tracking":"disabled"}}}""");
    var secrets = caches.of(Caches.SECRETS);
    var seen = new CopyOnWriteArrayList<Secret>();
    secrets.onChange((old, now) -> seen.add(now == null ? old : now));
    var configs = caches.of(Caches.CONFIG_MAPS);
    caches.start(SOON);
    api.remove("/api/v1/namespaces/test/secrets/s");
    eventually("told of creation and deletion", () -> seen.size() == 2);
    assertThat(seen).allSatisfy(s -> assertThat(s.toString()).doesNotContain("aHVudGVyMg"));
    assertThat(TrackedConfig.of(seen.getFirst()))
        .isEqualTo(
            new TrackedConfig(
                "secret/s",
                NamespacedName.of("test", "s"),
                Checksums.of("{\"password\":\"aHVudGVyMg==\"}"),
                true));
    var config = configs.get("test", "c").orElseThrow();
    assertThat(config.getData()).isNullOrEmpty();
    assertThat(TrackedConfig.of(config).tracked()).isFalse();
    assertThat(TrackedConfig.of(config).checksum())
        .isEqualTo(Checksums.of("{\"a\":\"\\u003cb\\u003e\"}"));
    assertThat(api.requests)
        .filteredOn(r -> r.path().endsWith("/secrets"))
        .allSatisfy(r -> assertThat(r.query()).contains("type!=helm.sh/release.v1"));
  }

  @Test
  void anOptionalKindComesAndGoesWithItsCrd() throws Exception {
    var changes = new CopyOnWriteArrayList<String>();
    caches.onServedChange(k -> changes.add(k.name()));
    var routes = caches.of(ROUTES);
    caches.start(SOON);
    assertThat(routes.isServed()).isFalse();
    assertThat(routes.list("test")).isEmpty();
    api.put("/apis/mesh.example/v1/namespaces/test/routes/r", route());
    api.put(ROUTE_CRD, crd());
    eventually("r is found", () -> routes.isReady() && routes.get("test", "r").isPresent());
    api.remove(ROUTE_CRD);
    eventually("routes are gone", () -> !routes.isServed());
    assertThat(routes.list("test")).isEmpty();
    eventually("told of both", () -> changes.equals(List.of("Route", "Route")));
  }

  @Test
  void aKindThatCannotBeListedIsNamedWithTheReason() {
    api.answer(
        r ->
            r.path().endsWith("/services")
                ? Optional.of(FakeApi.Answer.failure(403, "Forbidden", "no list for you", ""))
                : Optional.empty());
    var unused = services();
    assertThatThrownBy(() -> caches.start(Duration.ZERO))
        .isInstanceOf(Transient.class)
        .hasMessageContaining("Service");
    eventually("the reason", () -> caches.pending().toString().contains("no list for you"));
  }

  @Test
  void oneNamespaceIsListedWhereOnlyOneIsWanted() throws Exception {
    try (var scoped = new Caches(client, Optional.of("test"))) {
      var unused = scoped.of(Kind.of(ConfigMap.class));
      scoped.start(SOON);
    }
    assertThat(api.requests).allMatch(r -> r.path().equals("/api/v1/namespaces/test/configmaps"));
  }

  private Cache<Service> services() {
    return caches.of(Kind.of(Service.class));
  }

  /** As if the server had answered a write of ours with it. */
  private static Service written(Service from, String label) {
    return new ServiceBuilder(labelled(from, label))
        .editMetadata()
        .withResourceVersion("102")
        .endMetadata()
        .build();
  }

  private static Service b() {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("b")
        .withNamespace("test")
        .endMetadata()
        .build();
  }

  private static Service labelled(Service from, String label) {
    return new ServiceBuilder(from)
        .editMetadata()
        .addToLabels("label", label)
        .endMetadata()
        .build();
  }

  private static String label(Service service) {
    return service.getMetadata().getLabels().getOrDefault("label", "");
  }

  private static String service(String name, String label) {
    return """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"%s","namespace":"test",
         "labels":{"label":"%s"}},"spec":{"ports":[{"port":80}]}}"""
        .formatted(name, label);
  }

  private static String route() {
    return """
        {"apiVersion":"mesh.example/v1","kind":"Route",
         "metadata":{"name":"r","namespace":"test"},"spec":{"weight":1}}""";
  }

  private static String crd() {
    return """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
         "metadata":{"name":"routes.mesh.example"},
         "spec":{"group":"mesh.example","scope":"Namespaced","names":{"kind":"Route","plural":"routes"},
           "versions":[{"name":"v1","served":true,"storage":true,
             "schema":{"openAPIV3Schema":{"type":"object"}}}]},
         "status":{"conditions":[{"type":"Established","status":"True"}]}}""";
  }
}
