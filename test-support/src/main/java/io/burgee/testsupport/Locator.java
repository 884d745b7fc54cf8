package io.burgee.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks for a control plane: a cluster that was named, a binary built before, the means to build.
 */
final class Locator {

  static final String KUBECONFIG = "BURGEE_E2E_KUBECONFIG";
  static final String BUILD = "BURGEE_E2E_BUILD";

  private final Map<String, String> env;
  private final Path home;
  private final Supplier<Optional<GoToolchain>> go;

  Locator(Map<String, String> env, Path home, Supplier<Optional<GoToolchain>> go) {
    this.env = env;
    this.home = home;
    this.go = go;
  }

  static Locator ofThisMachine() {
    var env = System.getenv();
    var home = Path.of(System.getProperty("user.home", "."));
    return new Locator(env, home, () -> GoToolchain.find(env));
  }

  Availability locate(GoModule module) {
    var kubeconfig = env.get(KUBECONFIG);
    if (kubeconfig != null && !kubeconfig.isBlank()) {
      return existing(Path.of(kubeconfig));
    }
    var binary = cache().resolve("control-plane").resolve(module.key()).resolve("kcp");
    return Files.isExecutable(binary) ? new Availability.Cached(binary) : buildable(binary);
  }

  private static Availability existing(Path kubeconfig) {
    return Files.isReadable(kubeconfig)
        ? new Availability.Existing(kubeconfig)
        : new Availability.Unavailable(KUBECONFIG + " names no readable file: " + kubeconfig);
  }

  private Availability buildable(Path binary) {
    if ("never".equals(env.get(BUILD))) {
      return new Availability.Unavailable(
          "its binary is not in the cache (" + binary + ") and " + BUILD + " is never");
    }
    return go.get()
        .<Availability>map(found -> new Availability.Buildable(found.executable(), binary))
        .orElseGet(
            () ->
                new Availability.Unavailable(
                    "its binary is not in the cache and no Go >= %s was found to build it; install Go or set %s"
                        .formatted(GoToolchain.OLDEST, KUBECONFIG)));
  }

  private Path cache() {
    return folder("BURGEE_CACHE")
        .or(() -> folder("XDG_CACHE_HOME").map(xdg -> xdg.resolve("burgee")))
        .orElseGet(() -> home.resolve(".cache").resolve("burgee"));
  }

  private Optional<Path> folder(String variable) {
    return Optional.ofNullable(env.get(variable)).filter(text -> !text.isBlank()).map(Path::of);
  }
}
