package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings the processes of a local control plane up, in the order in which they need each other. */
final class Startup {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path binary;
  private final Path folder;
  private final Programs programs;
  private final Credentials credentials;
  private final List<Daemon> daemons = new CopyOnWriteArrayList<>();

  private Startup(Path binary, Path folder, Programs programs, Credentials credentials) {
    this.binary = binary;
    this.folder = folder;
    this.programs = programs;
    this.credentials = credentials;
  }

  static Startup prepare(Path binary) {
    var folder = Folders.temporary("burgee-control-plane-");
    var certificates = Certificates.create(folder, Instant.now());
    var ports = Ports.free(4).iterator();
    var programs =
        new Programs(folder, certificates, ports.next(), ports.next(), ports.next(), ports.next());
    var cluster = Kubeconfigs.cluster(programs.server(), certificates.authority());
    return new Startup(binary, folder, programs, Credentials.create(folder, cluster));
  }

  Path folder() {
    return folder;
  }

  URI server() {
    return programs.server();
  }

  Path auditLog() {
    return programs.auditLog();
  }

  Certificates certificates() {
    return programs.certificates();
  }

  Credentials credentials() {
    return credentials;
  }

  List<Daemon> daemons() {
    return daemons;
  }

  String lastWords() {
    return daemons.stream().map(Daemon::lastWords).collect(Collectors.joining("\n"));
  }

  void run(Options options) {
    write(programs.auditPolicy(), Resources.text("audit-policy.yaml"));
    write(programs.kwokConfig(), Resources.text("kwok.yaml"));
    start("etcd", programs.etcd());
    start("kube-apiserver", programs.apiServer(Credentials.tokens(folder), options.audit()));
    try (var client = client()) {
      await("the API server is ready", () -> ready(client));
      startControllers();
      new Access(client, "burgee-e2e", Startup::subject).grant(options.operatorRole());
      IntStream.range(0, options.nodes())
          .mapToObj(Startup::node)
          .forEach(node -> client.resource(node).create());
      await("service account default exists", () -> hasDefaultAccount(client));
      await("all nodes are Ready", () -> readyNodes(client) == options.nodes());
    }
  }

  private void startControllers() {
    start(
        "kube-controller-manager",
        programs.controllerManager(credentials.kubeconfig(Credentials.CONTROLLER_MANAGER)));
    start("kube-scheduler", programs.scheduler(credentials.kubeconfig(Credentials.SCHEDULER)));
    start("kwok", programs.kwok(credentials.kubeconfig(Credentials.KWOK)));
  }

  private void start(String program, List<String> flags) {
    daemons.add(Daemon.start(binary, folder, program, flags));
  }

  /** Fails at once when a process has ended, as none should. */
  private void await(String what, BooleanSupplier condition) {
    Deadline.after(PATIENCE)
        .await(
            what,
            () -> {
              for (var daemon : daemons) {
                if (!daemon.alive()) {
                  throw new IllegalStateException(daemon.name() + " has ended");
                }
              }
              return condition.getAsBoolean();
            });
  }

  private KubernetesClient client() {
    var config = Config.fromKubeconfig(credentials.kubeconfig(User.ADMIN).toFile());
    config.setRequestRetryBackoffLimit(0); // refused connections are what the waiting is about
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static boolean ready(KubernetesClient client) {
    try {
      return "ok".equals(client.raw("/readyz"));
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private static boolean hasDefaultAccount(KubernetesClient client) {
    return client.serviceAccounts().inNamespace("default").withName("default").get() != null;
  }

  private static long readyNodes(KubernetesClient client) {
    var readiness = Readiness.getInstance();
    return client.nodes().list().getItems().stream().filter(readiness::isReady).count();
  }

  private static Node node(int number) {
    var name = "node-" + number;
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("kubernetes.io/hostname", name)
        .endMetadata()
        .build();
  }

  private static Subject subject(User user) {
    return new SubjectBuilder()
        .withApiGroup("rbac.authorization.k8s.io")
        .withKind("User")
        .withName(user.shortName())
        .build();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
