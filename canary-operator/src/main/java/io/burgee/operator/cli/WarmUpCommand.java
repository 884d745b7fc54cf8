package io.burgee.operator.cli;

import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.Kustomize;
import io.burgee.kustomize.MemoryTree;
import io.burgee.operator.sandbox.Sandbox;
import io.burgee.operator.sandbox.Scenario;
import io.burgee.operator.sandbox.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/**
 * Does what the program does at start, once and without an effect, so that the launcher can record
 * which classes that takes (JEP 514).
 */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher after a build.")
final class WarmUpCommand implements Runnable {
  private static final double SPEED = 50;

  @Override
  public void run() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var all = Commands.all().setOut(nowhere).setErr(nowhere);
    all.execute("--help");
    all.execute("--version");
    all.getSubcommands().values().forEach(command -> command.usage(nowhere));
    all.execute("crds");
    all.execute("no-such-command");
    AutoComplete.bash("burgee", all);
    build();
    release(nowhere);
  }

  /** A small kustomization, so that most of the engine has run. */
  private static void build() {
    var tree =
        MemoryTree.builder()
            .file(
                "overlay/kustomization.yaml",
                """
                namePrefix: warm-
                namespace: up
                resources: [../base]
                labels: [{pairs: {a: b}, includeSelectors: true}]
                images: [{name: nginx, newTag: "2"}]
                configMapGenerator: [{name: config, literals: [a=b]}]
                patches:
                - patch: |
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web}
                    spec: {replicas: 2}
                """)
            .file("base/kustomization.yaml", "resources: [web.yaml]")
            .file(
                "base/web.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {template: {spec: {containers: [{name: c, image: "nginx:1"}]}}}
                """)
            .build();
    var _ = Kustomize.build(tree, "overlay", BuildOptions.DEFAULT).yaml();
  }

  /** A whole release on the sandbox's cluster, which is also most of what the operator does. */
  private static void release(PrintWriter nowhere) {
    var options = new Sandbox.Options(0, SPEED, Scenario.good, false, false);
    try {
      for (boolean live : new boolean[] {false, true}) {
        var _ = Sandbox.run(options, new Screen(nowhere, live, true, true));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
