package io.burgee.testsupport;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Go installation that is new enough for the control plane's sources. */
record GoToolchain(Path executable) {

  /** The oldest 1.x that will do. */
  static final String OLDEST = "1.26";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern VERSION = Pattern.compile("go1\\.(\\d+)");

  static Optional<GoToolchain> find(Map<String, String> env) {
    var onPath =
        Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .map(Path::of);
    var root = Optional.ofNullable(env.get("GOROOT")).map(text -> Path.of(text, "bin")).stream();
    var usual =
        Stream.of("/usr/local/go/bin", "/opt/homebrew/bin", "/usr/lib/go/bin").map(Path::of);
    return Stream.of(root, onPath, usual)
        .flatMap(folders -> folders)
        .map(folder -> folder.resolve("go"))
        .filter(Files::isExecutable)
        .filter(GoToolchain::newEnough)
        .map(GoToolchain::new)
        .findFirst();
  }

  private static boolean newEnough(Path go) {
    // Without GOTOOLCHAIN=local an old Go would download a new one, or say that it is one.
    var version =
        Command.of(List.of(go.toString(), "env", "GOVERSION"))
            .with("GOTOOLCHAIN", "local")
            .run(PATIENCE);
    return version.succeeded() && newEnough(version.stdout());
  }

  static boolean newEnough(String version) {
    var found = VERSION.matcher(version);
    return found.lookingAt()
        && Integer.parseInt(found.group(1)) >= Integer.parseInt(OLDEST.substring(2));
  }
}
