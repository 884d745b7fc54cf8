package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes kubeconfig files that differ in their user only, and reads the cluster out of one. */
final class Kubeconfigs {

  private static final String NAME = "burgee-e2e";

  private Kubeconfigs() {}

  static Cluster cluster(URI server, Path authority) {
    var cluster = new Cluster();
    cluster.setServer(server.toString());
    cluster.setCertificateAuthority(authority.toAbsolutePath().toString());
    return cluster;
  }

  static void write(Path file, Cluster cluster, String token) {
    var credentials = new AuthInfo();
    credentials.setToken(token);
    var config =
        new ConfigBuilder()
            .withApiVersion("v1")
            .withKind("Config")
            .addNewCluster()
            .withName(NAME)
            .withCluster(cluster)
            .endCluster()
            .addNewUser()
            .withName(NAME)
            .withUser(credentials)
            .endUser()
            .addNewContext()
            .withName(NAME)
            .withNewContext()
            .withCluster(NAME)
            .withUser(NAME)
            .endContext()
            .endContext()
            .withCurrentContext(NAME)
            .build();
    try {
      Files.writeString(file, Serialization.asYaml(config), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The cluster of the current context; its certificate authority with an absolute path, if any.
   */
  static Cluster currentCluster(Path kubeconfig) {
    var config = parse(kubeconfig);
    var context =
        config.getContexts().stream()
            .filter(candidate -> candidate.getName().equals(config.getCurrentContext()))
            .map(NamedContext::getContext)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no current context: " + kubeconfig));
    var cluster =
        config.getClusters().stream()
            .filter(candidate -> candidate.getName().equals(context.getCluster()))
            .map(NamedCluster::getCluster)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no cluster: " + kubeconfig));
    var authority = cluster.getCertificateAuthority();
    if (authority != null) {
      var absolute = kubeconfig.toAbsolutePath().resolveSibling(authority);
      cluster.setCertificateAuthority(absolute.toString());
    }
    return cluster;
  }

  private static Config parse(Path kubeconfig) {
    try {
      return Serialization.unmarshal(Files.readString(kubeconfig, UTF_8), Config.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
