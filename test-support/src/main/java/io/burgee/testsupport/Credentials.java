package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A kubeconfig for each user and program, and the file in which the API server finds their tokens.
 */
final class Credentials {

  static final String CONTROLLER_MANAGER = "system:kube-controller-manager";
  static final String SCHEDULER = "system:kube-scheduler";

  /** Plays the kubelets, which takes the rights of all of them. */
  static final String KWOK = "kwok";

  private static final String MASTERS = "system:masters";

  private final Path folder;

  private Credentials(Path folder) {
    this.folder = folder;
  }

  static Credentials create(Path folder, Cluster cluster) {
    var users = Stream.of(User.values()).map(User::shortName);
    var programs = Stream.of(CONTROLLER_MANAGER, SCHEDULER, KWOK);
    var logins =
        Stream.concat(users, programs)
            .map(name -> new Login(name, UUID.randomUUID().toString()))
            .toList();
    logins.forEach(login -> Kubeconfigs.write(file(folder, login.name), cluster, login.token));
    writeTokens(folder, logins);
    return new Credentials(folder);
  }

  Path kubeconfig(User user) {
    return kubeconfig(user.shortName());
  }

  Path kubeconfig(String program) {
    return file(folder, program);
  }

  static Path tokens(Path folder) {
    return folder.resolve("tokens.csv");
  }

  private static void writeTokens(Path folder, List<Login> logins) {
    var lines = logins.stream().map(Login::line).toList();
    try {
      Files.write(tokens(folder), lines, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name.replace(':', '-') + ".kubeconfig");
  }

  private record Login(String name, String token) {
    String line() {
      var line = token + "," + name + "," + name;
      return name.equals(User.ADMIN.shortName()) || name.equals(KWOK) ? line + "," + MASTERS : line;
    }
  }
}
