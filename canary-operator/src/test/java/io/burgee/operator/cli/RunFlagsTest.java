package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RunFlagsTest {
  @Command(name = "run", preprocessor = GoStyle.class)
  static final class Run implements Runnable {
    @Mixin private final RunFlags flags = new RunFlags();

    @Override
    public void run() {}
  }

  @Command(name = "burgee")
  static final class Root {}

  private final Run run = new Run();
  private final StringWriter errors = new StringWriter();

  @Test
  void withoutFlagsTheReferencesDefaultsHold() {
    var options = parse(Map.of());

    assertThat(options.meshProvider()).isEqualTo("istio");
    assertThat(options.metricsServer()).isEqualTo("http://prometheus:9090");
    assertThat(options.selectorLabels()).containsExactly("app", "name", "app.kubernetes.io/name");
    assertThat(options.includeLabelPrefix()).isEmpty();
    assertThat(options.configTracking()).isTrue();
    assertThat(options.ingressAnnotationsPrefix()).isEqualTo("nginx.ingress.kubernetes.io");
    assertThat(options.leadership()).isEqualTo(new RunOptions.Leadership(false, "kube-system"));
    assertThat(options.slack().user()).isEqualTo("flagger");
    assertThat(options.log())
        .isEqualTo(new RunOptions.Log(RunOptions.Level.debug, RunOptions.Encoding.json));
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.namespace()).isEmpty();
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void theArgumentsOfAFlaggerDeploymentAreUnderstood() {
    var options =
        parse(
            Map.of(),
            "-log-level=info",
            "-mesh-provider=kubernetes",
            "-metrics-server=http://prometheus.monitoring:9090",
            "-selector-labels=app,release",
            "-include-label-prefix=app.kubernetes.io",
            "-enable-config-tracking=false",
            "-no-cross-namespace-refs",
            "-slack-user=burgee",
            "-port",
            "9999");

    assertThat(options.log().level()).isEqualTo(RunOptions.Level.info);
    assertThat(options.meshProvider()).isEqualTo("kubernetes");
    assertThat(options.metricsServer()).isEqualTo("http://prometheus.monitoring:9090");
    assertThat(options.selectorLabels()).containsExactly("app", "release");
    assertThat(options.includeLabelPrefix()).containsExactly("app.kubernetes.io");
    assertThat(options.configTracking()).isFalse();
    assertThat(options.noCrossNamespaceRefs()).isTrue();
    assertThat(options.slack().user()).isEqualTo("burgee");
    assertThat(options.port()).isEqualTo(9999);
  }

  @Test
  void secretsInTheEnvironmentWinOverFlags() {
    var options =
        parse(
            Map.of("SLACK_URL", "http://from-env", "EVENT_WEBHOOK_URL", "http://hook-env"),
            "-slack-url=http://from-flag",
            "-msteams-url=http://teams-flag",
            "-event-webhook=http://hook-flag");

    assertThat(options.slack().url()).isEqualTo("http://from-env");
    assertThat(options.teams().url()).isEqualTo("http://teams-flag");
    assertThat(options.eventWebhook()).isEqualTo("http://hook-env");
  }

  @Test
  void theLeaseIsInTheWatchedNamespaceIfThereIsJustOne() {
    var options =
        parse(
            Map.of(),
            "-namespace",
            "prod",
            "-enable-leader-election",
            "-leader-election-namespace=x");

    assertThat(options.leadership()).isEqualTo(new RunOptions.Leadership(true, "prod"));
  }

  @Test
  void emptyValuesMeanNotGiven() {
    var options = parse(Map.of(), "-namespace=", "-include-label-prefix=", "-slack-url=");

    assertThat(options.namespace()).isEmpty();
    assertThat(options.includeLabelPrefix()).isEmpty();
    assertThat(options.slack().url()).isEmpty();
  }

  @Test
  void everyRetiredFlagWarnsAndStopsNothing() {
    var arguments =
        RunFlags.RETIRED.keySet().stream().map(name -> "-" + name + "=1").toArray(String[]::new);

    parse(Map.of(), arguments);

    assertThat(errors.toString().lines())
        .hasSize(RunFlags.RETIRED.size())
        .allMatch(line -> line.contains(" has no effect: "));
  }

  @Test
  void noSecretGetsIntoTheText() {
    var options =
        parse(
            Map.of("SLACK_TOKEN", "hush-1", "SLACK_URL", "http://hush-2"),
            "-msteams-url=http://hush-3");

    assertThat(List.of(options.slack().toString(), options.teams().toString()))
        .noneMatch(text -> text.contains("hush"));
  }

  private RunOptions parse(Map<String, String> environment, String... arguments) {
    var line = new CommandLine(new Root()).addSubcommand("run", run);
    line.setErr(new PrintWriter(errors, true));
    var all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(arguments));
    int code = line.execute(all.toArray(String[]::new));
    assertThat(code).isZero();
    return run.flags.options(environment);
  }
}
