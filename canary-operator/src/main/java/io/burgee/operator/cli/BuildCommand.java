package io.burgee.operator.cli;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildOptions;
import io.burgee.kustomize.LoadRestrictions;
import io.burgee.kustomize.Reorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a kustomization makes, as {@code kustomize build} does and with its flags. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Builds a kustomization and prints its objects, as 'kustomize build' does.",
    footer = "%nburgee build overlays/production | kubectl apply -f -")
final class BuildCommand implements Callable<Integer> {
  private static final String ROOT_ONLY = "LoadRestrictionsRootOnly";
  private static final String NO_RESTRICTIONS = "LoadRestrictionsNone";

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "The folder with the kustomization file; the present one if not given.")
  private String path = ".";

  @Option(
      names = "--reorder",
      paramLabel = "ORDER",
      description = "legacy: by kind (default); none: as they were read and made.")
  private String reorder = "legacy";

  @Option(
      names = "--load-restrictor",
      paramLabel = "RESTRICTION",
      description =
          ROOT_ONLY
              + " (default): files only from the kustomization's folder and below; "
              + NO_RESTRICTIONS
              + ": from anywhere.")
  private String loadRestrictor = ROOT_ONLY;

  @Option(
      names = "--enable-managed-by",
      description = "Gives every object the label app.kubernetes.io/managed-by.")
  private boolean managedBy;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes there instead of printing.")
  private @Nullable Path output;

  @Option(
      names = "--batch",
      description =
          "Reads a JSON request per line from standard input (dir, and optionally id, reorder:"
              + " none|legacy, loadRestrictions: rootOnly|none, managedBy) and answers each with a"
              + " line: dir, ok, output or error.")
  private boolean batch;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (batch) {
      var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      new BuildBatch(requests, spec.commandLine().getOut()).run();
      return 0;
    }
    try {
      var result = LocalBuild.run(Path.of(path), options());
      result.warnings().forEach(this::complain);
      write(result.yaml());
      return 0;
    } catch (BuildException e) {
      complain("Error: " + e.getMessage());
      return 1;
    }
  }

  private BuildOptions options() {
    return BuildOptions.DEFAULT
        .reorder(reorder())
        .loadRestrictions(restrictions())
        .managedBy(managedBy);
  }

  private Reorder reorder() {
    return switch (reorder) {
      case "legacy" -> Reorder.LEGACY;
      case "none" -> Reorder.NONE;
      default -> throw illegal("--reorder", reorder, "legacy none");
    };
  }

  private LoadRestrictions restrictions() {
    return switch (loadRestrictor) {
      case ROOT_ONLY -> LoadRestrictions.ROOT_ONLY;
      case NO_RESTRICTIONS -> LoadRestrictions.NONE;
      default ->
          throw illegal("--load-restrictor", loadRestrictor, ROOT_ONLY + " " + NO_RESTRICTIONS);
    };
  }

  private static BuildException illegal(String flag, String value, String legal) {
    return new BuildException(
        "illegal flag value " + flag + " " + value + "; legal values: [" + legal + "]");
  }

  private void write(String yaml) throws IOException {
    if (output == null) {
      var out = spec.commandLine().getOut();
      out.print(yaml);
      out.flush();
    } else {
      Files.writeString(output, yaml);
    }
  }

  private void complain(String line) {
    var errors = spec.commandLine().getErr();
    errors.println(line);
    errors.flush();
  }
}
