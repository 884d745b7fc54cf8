package io.burgee.sandbox.contract;

import io.burgee.sandbox.EmbeddedCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterAll;

class EmbeddedApiServerIT extends ApiServerContract {
  private static final EmbeddedCluster CLUSTER = EmbeddedCluster.start();

  @AfterAll
  static void stop() {
    CLUSTER.close();
  }

  @Override
  KubernetesClient connect() {
    var config = Config.fromKubeconfig(CLUSTER.kubeconfig());
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
