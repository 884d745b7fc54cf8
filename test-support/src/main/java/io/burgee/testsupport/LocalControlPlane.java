package io.burgee.testsupport;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A control plane of processes that this JVM started, and that end with it. */
final class LocalControlPlane implements RealControlPlane {

  private final Startup startup;
  private final Kubectl kubectl;
  private final @Nullable AuditLog auditLog;
  private final Thread closeOnExit = new Thread(this::stop, "stop-control-plane");

  private LocalControlPlane(Startup startup, Path binary, boolean audit) {
    this.startup = startup;
    this.kubectl =
        new Kubectl(
            List.of(binary.toString(), "kubectl"), Map.of("HOME", startup.folder().toString()));
    this.auditLog = audit ? new AuditLog(startup.auditLog(), this::request) : null;
  }

  static LocalControlPlane start(Path binary, Options options) {
    var startup = Startup.prepare(binary);
    var plane = new LocalControlPlane(startup, binary, options.audit());
    Runtime.getRuntime().addShutdownHook(plane.closeOnExit);
    try {
      startup.run(options);
      return plane;
    } catch (RuntimeException e) {
      var failure =
          new IllegalStateException(
              "the control plane did not start: %s\n%s"
                  .formatted(e.getMessage(), startup.lastWords()),
              e);
      plane.close();
      throw failure;
    }
  }

  @Override
  public URI server() {
    return startup.server();
  }

  @Override
  public Optional<Path> caCertificate() {
    return Optional.of(startup.certificates().authority());
  }

  @Override
  public Path kubeconfig(User user) {
    return startup.credentials().kubeconfig(user);
  }

  @Override
  public String userName(User user) {
    return user.shortName();
  }

  @Override
  public Optional<AuditLog> auditLog() {
    return Optional.ofNullable(auditLog);
  }

  @Override
  public List<ProcessFigures> processes() {
    return startup.daemons().stream().map(Daemon::figures).toList();
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
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(closeOnExit);
    } catch (IllegalStateException e) {
      // The JVM is going down already and runs the hook by itself, which does no harm twice.
      return;
    }
  }

  private synchronized void stop() {
    startup.daemons().forEach(Daemon::kill);
    startup.daemons().forEach(Daemon::awaitEnd);
    Folders.delete(startup.folder());
  }

  private void request(String path) {
    try (var client = client(User.ADMIN)) {
      client.raw(path);
    }
  }
}
