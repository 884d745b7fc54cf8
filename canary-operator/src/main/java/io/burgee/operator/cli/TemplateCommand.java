package io.burgee.operator.cli;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.render.RenderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a chart gives, as {@code helm template} does and with its flags. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = "Renders a Helm chart and prints its manifests, as 'helm template' does.",
    footer = "%nburgee template web charts/web -f production.yaml | kubectl apply -f -")
final class TemplateCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "[NAME] CHART",
      description = "The release's name (release-name if not given), and a chart's folder or .tgz.")
  private List<String> arguments = List.of();

  @Option(
      names = {"-f", "--values"},
      split = ",",
      paramLabel = "FILE",
      description = "A file with values; later ones win.")
  private List<String> values = List.of();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Values, after files.")
  private List<String> set = List.of();

  @Option(names = "--set-string", paramLabel = "KEY=VALUE", description = "Values that are texts.")
  private List<String> setString = List.of();

  @Option(names = "--set-file", paramLabel = "KEY=FILE", description = "Values from files.")
  private List<String> setFile = List.of();

  @Option(names = "--set-json", paramLabel = "KEY=JSON", description = "Values that are JSON.")
  private List<String> setJson = List.of();

  @Option(names = "--set-literal", paramLabel = "KEY=TEXT", description = "Texts as they are.")
  private List<String> setLiteral = List.of();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "What templates see as the release's namespace.")
  private String namespace = "default";

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "The Kubernetes to render for.")
  private String kubeVersion = "";

  @Option(
      names = {"-a", "--api-versions"},
      split = ",",
      paramLabel = "API",
      description = "APIs that the cluster has besides, such as example.com/v1/Kind.")
  private List<String> apiVersions = List.of();

  @Option(names = "--include-crds", description = "Prints the chart's crds/ too.")
  private boolean includeCrds;

  @Option(names = "--is-upgrade", description = "Renders an upgrade, not an installation.")
  private boolean upgrade;

  @Option(names = "--no-hooks", description = "Prints no hooks.")
  private boolean noHooks;

  @Option(names = "--skip-tests", description = "Prints no tests.")
  private boolean skipTests;

  @Option(
      names = "--skip-schema-validation",
      description = "Takes values that are against the chart's schema.")
  private boolean skipSchema;

  @Option(
      names = {"-s", "--show-only"},
      paramLabel = "TEMPLATE",
      description = "Prints only what is of that template, such as templates/web.yaml.")
  private List<String> showOnly = List.of();

  @Option(
      names = "--batch",
      description =
          "Reads a JSON request per line from standard input (chart, and optionally name, namespace,"
              + " values: files, set, kubeVersion, apiVersions, includeCrds, isUpgrade) and answers"
              + " each with a line, in order: ok, output, error.")
  private boolean batch;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (batch) {
      var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      new TemplateBatch(requests, spec.commandLine().getOut()).run();
      return 0;
    }
    if (arguments.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Which chart?");
    }
    try {
      print(text());
      return 0;
    } catch (TemplateException | RenderException | LimitException e) {
      var errors = spec.commandLine().getErr();
      errors.println("Error: " + LocalChart.message(e));
      errors.flush();
      return 1;
    }
  }

  private String text() {
    var printed = new LocalChart().render(request()).printed(!noHooks, !skipTests);
    return showOnly.isEmpty() ? printed : ShowOnly.of(printed, showOnly);
  }

  private TemplateRequest request() {
    if (arguments.size() > 2) {
      throw new TemplateException(
          "expected at most two arguments, unexpected arguments: "
              + String.join(", ", arguments.subList(2, arguments.size())));
    }
    return new TemplateRequest(
        arguments.size() == 2 ? arguments.getFirst() : TemplateRequest.NAME,
        namespace,
        arguments.getLast(),
        new TemplateRequest.Values(values, setJson, set, setString, setFile, setLiteral),
        kubeVersion,
        apiVersions,
        includeCrds,
        upgrade,
        skipSchema);
  }

  private void print(String text) {
    var out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
