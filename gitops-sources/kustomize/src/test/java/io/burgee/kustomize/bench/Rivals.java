package io.burgee.kustomize.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The real kustomize, as a process for each build and as a library within one. */
final class Rivals {
  private final String oracle;
  private final String program;

  /**
   * @param oracle the program with the library
   * @param program the real command
   */
  Rivals(String oracle, String program) {
    this.oracle = oracle;
    this.program = program;
  }

  String version() throws IOException {
    return run(List.of(program, "version")).strip();
  }

  String output(Path folder) throws IOException {
    return run(List.of(program, "build", folder.toString()));
  }

  Cost library(Path folder, int builds) throws IOException {
    return cost("bench", folder, builds);
  }

  Cost flux(Path folder, int builds) throws IOException {
    return cost("bench-flux", folder, builds);
  }

  Cost process(Path folder, int builds) throws IOException {
    return cost("bench-process", folder, builds, program, "build");
  }

  private Cost cost(String mode, Path folder, int builds, String... command) throws IOException {
    var words = new ArrayList<>(List.of(oracle, mode, folder.toString(), String.valueOf(builds)));
    words.addAll(List.of(command));
    var answer = run(words);
    return new Cost(figure("median", answer) / 1e6, figure("bytes", answer));
  }

  private static double figure(String name, String answer) {
    var found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(answer);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in: " + answer);
    }
    return Double.parseDouble(found.group(1));
  }

  private static String run(List<String> command) throws IOException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
    return output;
  }
}
