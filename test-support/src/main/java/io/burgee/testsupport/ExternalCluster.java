package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A cluster that was there before us. Users are service accounts in a namespace of their own, which
 * goes when this is closed; what was installed for the whole cluster stays. Its pods may be real
 * ones: what {@link #HOLD} does depends on it.
 */
final class ExternalCluster implements RealControlPlane {

  private static final long TOKEN_SECONDS = Duration.ofHours(12).toSeconds();

  private final Path adminKubeconfig;
  private final Cluster cluster;
  private final Path folder;
  private final String namespace;
  private final List<HasMetadata> created = new CopyOnWriteArrayList<>();
  private final Kubectl kubectl = new Kubectl(List.of("kubectl"), Map.of());

  private ExternalCluster(Path adminKubeconfig, Path folder, String namespace) {
    this.adminKubeconfig = adminKubeconfig;
    this.cluster = Kubeconfigs.currentCluster(adminKubeconfig);
    this.folder = folder;
    this.namespace = namespace;
  }

  static ExternalCluster connect(Path kubeconfig, Options options) {
    var config = Config.fromKubeconfig(kubeconfig.toFile());
    try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
      var namespace = Manifests.newNamespace(client, "burgee-e2e");
      var folder = Folders.temporary("burgee-external-cluster-");
      var plane = new ExternalCluster(kubeconfig, folder, namespace);
      try {
        plane.createUsers(client, options);
        return plane;
      } catch (RuntimeException e) {
        plane.close();
        throw e;
      }
    }
  }

  private void createUsers(KubernetesClient client, Options options) {
    for (var user : List.of(User.OPERATOR, User.OTHER, User.POWERLESS)) {
      Kubeconfigs.write(file(user), cluster, token(client, user));
    }
    created.addAll(new Access(client, namespace, this::subject).grant(options.operatorRole()));
  }

  private String token(KubernetesClient client, User user) {
    var account =
        new ServiceAccountBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(user.shortName())
            .endMetadata()
            .build();
    client.resource(account).create();
    TokenRequest wanted =
        new TokenRequestBuilder()
            .withNewSpec()
            .withExpirationSeconds(TOKEN_SECONDS)
            .endSpec()
            .build();
    return client
        .serviceAccounts()
        .inNamespace(namespace)
        .withName(user.shortName())
        .tokenRequest(wanted)
        .getStatus()
        .getToken();
  }

  private Subject subject(User user) {
    return new SubjectBuilder()
        .withKind("ServiceAccount")
        .withNamespace(namespace)
        .withName(user.shortName())
        .build();
  }

  @Override
  public URI server() {
    return URI.create(cluster.getServer());
  }

  @Override
  public Optional<Path> caCertificate() {
    if (cluster.getCertificateAuthority() != null) {
      return Optional.of(Path.of(cluster.getCertificateAuthority()));
    }
    return Optional.ofNullable(cluster.getCertificateAuthorityData()).map(this::decoded);
  }

  private Path decoded(String authority) {
    try {
      var pem = new String(Base64.getDecoder().decode(authority), UTF_8);
      return Files.writeString(folder.resolve("ca.crt"), pem, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Path kubeconfig(User user) {
    return user == User.ADMIN ? adminKubeconfig : file(user);
  }

  private Path file(User user) {
    return folder.resolve(user.shortName() + ".kubeconfig");
  }

  /** We don't know who {@link User#ADMIN} is; it gets the name that it has elsewhere. */
  @Override
  public String userName(User user) {
    return user == User.ADMIN
        ? user.shortName()
        : "system:serviceaccount:" + namespace + ":" + user.shortName();
  }

  @Override
  public Optional<AuditLog> auditLog() {
    return Optional.empty();
  }

  /** Goes when this is closed. */
  @Override
  public String newNamespace(String prefix) {
    var name = RealControlPlane.super.newNamespace(prefix);
    created.add(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
    return name;
  }

  @Override
  public List<ProcessFigures> processes() {
    return List.of();
  }

  @Override
  public CommandResult kubectl(User user, String... arguments) {
    return kubectl.run(kubeconfig(user), arguments);
  }

  @Override
  public List<String> kubectlCommand(User user) {
    return kubectl.command(kubeconfig(user));
  }

  @Override
  public void close() {
    try (var client = client(User.ADMIN)) {
      created.forEach(object -> client.resource(object).delete());
      client.namespaces().withName(namespace).delete();
    } finally {
      Folders.delete(folder);
    }
  }
}
