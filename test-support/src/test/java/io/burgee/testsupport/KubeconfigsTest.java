package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigsTest {

  private final Path folder;

  KubeconfigsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void clientsReadBackServerAndToken() throws IOException {
    var authority = Certificates.create(folder, Instant.now()).authority();
    var file = folder.resolve("kubeconfig");
    var cluster = Kubeconfigs.cluster(URI.create("https://127.0.0.1:6443"), authority);

    Kubeconfigs.write(file, cluster, "secret");

    var config = Config.fromKubeconfig(file.toFile());
    assertThat(config.getMasterUrl()).isEqualTo("https://127.0.0.1:6443/");
    assertThat(config.getAutoOAuthToken()).isEqualTo("secret");
    assertThat(config.getCaCertFile()).isEqualTo(authority.toString());
    assertThat(Kubeconfigs.currentCluster(file)).isEqualTo(cluster);
  }

  @Test
  void anAuthorityBesideTheKubeconfigIsFoundFromElsewhere() throws IOException {
    var file = folder.resolve("kubeconfig");
    Files.writeString(
        file,
        """
        current-context: here
        contexts: [{name: here, context: {cluster: two, user: me}}]
        clusters:
          - {name: one, cluster: {server: "https://one"}}
          - {name: two, cluster: {server: "https://two", certificate-authority: ca.pem}}
        """);

    var cluster = Kubeconfigs.currentCluster(file);

    assertThat(cluster.getServer()).isEqualTo("https://two");
    assertThat(cluster.getCertificateAuthority()).isEqualTo(folder.resolve("ca.pem").toString());
  }

  @Test
  void aKubeconfigWithoutCurrentContextIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("kubeconfig"), "contexts: []\nclusters: []\n");

    assertThatIllegalArgumentException().isThrownBy(() -> Kubeconfigs.currentCluster(file));
  }
}
