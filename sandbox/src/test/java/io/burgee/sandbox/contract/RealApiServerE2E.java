package io.burgee.sandbox.contract;

import io.burgee.testsupport.RealCluster;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.client.KubernetesClient;

@RealCluster
class RealApiServerE2E extends ApiServerContract {
  private final RealControlPlane cluster;

  RealApiServerE2E(RealControlPlane cluster) {
    this.cluster = cluster;
  }

  @Override
  KubernetesClient connect() {
    return cluster.client(User.ADMIN);
  }
}
