package io.burgee.operator.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder with the real launcher in it, one source file, a Maven that only notes that it was
 * called, and as many JDKs as a test wants, which only say how they were called.
 */
final class FakeCheckout {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final long DEADLINE_SECONDS = 60;

  final Path root;
  final Path places;
  private final Path home;

  record Outcome(int code, String out, String errors) {}

  FakeCheckout(Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("a checkout"));
    places = Files.createDirectories(folder.resolve("jdks"));
    home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(root.resolve(".mvn"));
    for (var file : List.of("burgee", ".mvn/jdk.sh")) {
      Files.copy(PROJECT.resolve(file), root.resolve(file));
    }
    script(root.resolve("burgee"), Files.readString(root.resolve("burgee")));
    write("pom.xml", "<project/>");
    write("module/src/main/Source.java", "class Source {}");
    maven(
        """
        echo built >> builds
        echo '[INFO] Building Module [1/1]'
        mkdir -p .burgee/build/burgee-canary-operator/dist/lib
        echo jar > .burgee/build/burgee-canary-operator/dist/burgee.jar
        """);
  }

  void write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void maven(String body) throws IOException {
    script(root.resolve("mvnw"), "#!/bin/sh\n" + body);
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    var notes = root.resolve("builds");
    return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
  }

  /** A JDK that prints its name and arguments, and makes a start-up cache if asked for one. */
  Path jdk(String name, String version) throws IOException {
    var jdk = places.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        for each; do
          case $each in -XX:AOTCacheOutput=*) : > "${each#*=}"; exit 0 ;; esac
        done
        echo "%s runs: $*"
        """
            .formatted(name));
    return jdk;
  }

  Outcome run(String... arguments) throws Exception {
    return start(Map.of(), root.resolve("burgee"), arguments).outcome();
  }

  Outcome run(Map<String, String> environment) throws Exception {
    return start(environment, root.resolve("burgee")).outcome();
  }

  Running start(Map<String, String> environment, Path script, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    var out = Files.createTempFile(home, "out", ".txt");
    var errors = Files.createTempFile(home, "errors", ".txt");
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("BURGEE_JDKS", places + "/*");
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, errors);
  }

  /** A launcher at work, and the files that it writes to. */
  record Running(Process process, Path out, Path errors) {
    Outcome outcome() throws IOException, InterruptedException {
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + Files.readString(errors));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(errors));
    }
  }

  private static void script(Path path, String text) throws IOException {
    Files.writeString(path, text);
    if (!path.toFile().setExecutable(true)) {
      throw new IOException("can't make " + path + " executable");
    }
  }
}
