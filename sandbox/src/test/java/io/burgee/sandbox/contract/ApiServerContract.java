package io.burgee.sandbox.contract;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Everything that we rely on. A subclass says which server is asked; each test has a client and a
 * namespace of its own.
 */
abstract class ApiServerContract
    implements ObjectsContract, ListsContract, PatchesContract, CustomResourcesContract {
  private @Nullable KubernetesClient client;
  private @Nullable Api api;

  abstract KubernetesClient connect();

  @BeforeEach
  void open() {
    client = connect();
    var root = new Api(client, "default");
    var namespace =
        root.create(
            "/api/v1/namespaces",
            "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"generateName\":"
                + " \"contract-\"}}");
    api = new Api(client, namespace.at("/metadata/name").asText());
    root.apply(
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets." + Widgets.GROUP,
        "contract",
        Widgets.DEFINITION);
    root.await("/apis/" + Widgets.GROUP + "/v1/widgets", answer -> answer.code() == 200);
  }

  @AfterEach
  void close() {
    api().delete("/api/v1/namespaces/" + api().namespace()).expect(200);
    requireNonNull(client).close();
  }

  @Override
  public Api api() {
    return requireNonNull(api);
  }
}
