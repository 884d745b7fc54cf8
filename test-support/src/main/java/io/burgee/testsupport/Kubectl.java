package io.burgee.testsupport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs kubectl against one control plane. */
record Kubectl(List<String> program, Map<String, String> env) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  List<String> command(Path kubeconfig) {
    var words = new ArrayList<>(program);
    words.add("--kubeconfig=" + kubeconfig);
    return List.copyOf(words);
  }

  CommandResult run(Path kubeconfig, String... arguments) {
    var words = new ArrayList<>(command(kubeconfig));
    words.addAll(Arrays.asList(arguments));
    return new Command(List.copyOf(words), env).run(PATIENCE);
  }
}
