package io.burgee.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Every flag and variable of Flagger, one by one. */
class FlaggersFlagsTest {
  @Command(
      name = "run",
      preprocessor = GoStyle.class,
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class Run implements Runnable {
    @Mixin private final RunFlags flags = new RunFlags();

    @Override
    public void run() {}
  }

  @Command(name = "burgee")
  static final class Root {}

  private final Run run = new Run();
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  /** What each flag sets, as text. */
  private static final Map<String, Function<RunOptions, Object>> VALUES =
      Map.ofEntries(
          Map.entry("kubeconfig", o -> o.cluster().kubeconfig()),
          Map.entry("master", o -> o.cluster().master()),
          Map.entry("kubeconfig-service-mesh", o -> o.cluster().meshKubeconfig()),
          Map.entry("mesh-provider", RunOptions::meshProvider),
          Map.entry("metrics-server", RunOptions::metricsServer),
          Map.entry("namespace", RunOptions::namespace),
          Map.entry("selector-labels", o -> String.join(",", o.selectorLabels())),
          Map.entry("include-label-prefix", o -> String.join(",", o.includeLabelPrefix())),
          Map.entry("enable-config-tracking", RunOptions::configTracking),
          Map.entry("ingress-annotations-prefix", RunOptions::ingressAnnotationsPrefix),
          Map.entry("ingress-class", RunOptions::ingressClass),
          Map.entry("enable-leader-election", o -> o.leadership().enabled()),
          Map.entry("leader-election-namespace", o -> o.leadership().namespace()),
          Map.entry("no-cross-namespace-refs", RunOptions::noCrossNamespaceRefs),
          Map.entry("slack-url", o -> o.slack().url()),
          Map.entry("slack-token", o -> o.slack().token()),
          Map.entry("slack-proxy-url", o -> o.slack().proxyUrl()),
          Map.entry("slack-user", o -> o.slack().user()),
          Map.entry("slack-channel", o -> o.slack().channel()),
          Map.entry("msteams-url", o -> o.teams().url()),
          Map.entry("msteams-proxy-url", o -> o.teams().proxyUrl()),
          Map.entry("event-webhook", RunOptions::eventWebhook),
          Map.entry("cluster-name", RunOptions::clusterName),
          Map.entry("log-level", o -> o.log().level()),
          Map.entry("zap-encoding", o -> o.log().encoding()),
          Map.entry("port", RunOptions::port));

  /** Flag, Flagger's default, another value, and what this version does with it. */
  @ParameterizedTest
  @CsvSource({
    "kubeconfig,'',/etc/kube,works",
    "master,'',https://api:6443,works",
    "kubeconfig-service-mesh,'',/etc/mesh,refused",
    "mesh-provider,istio,kubernetes,works",
    "metrics-server,http://prometheus:9090,http://thanos:9090,works",
    "namespace,'',prod,works",
    "selector-labels,'app,name,app.kubernetes.io/name',release,works",
    "include-label-prefix,'',app.kubernetes.io,works",
    "enable-config-tracking,true,false,works",
    "ingress-annotations-prefix,nginx.ingress.kubernetes.io,custom.io,not yet",
    "ingress-class,'',public,not yet",
    "enable-leader-election,false,true,works",
    "leader-election-namespace,kube-system,flagger-system,works",
    "no-cross-namespace-refs,false,true,works",
    "slack-url,'',http://slack,not yet",
    "slack-token,'',xoxb,not yet",
    "slack-proxy-url,'',http://proxy,works",
    "slack-user,flagger,burgee,works",
    "slack-channel,'',releases,works",
    "msteams-url,'',http://teams,not yet",
    "msteams-proxy-url,'',http://proxy,works",
    "event-webhook,'',http://events,works",
    "cluster-name,'',blue,not yet",
    "log-level,debug,warning,works",
    "zap-encoding,json,console,works",
    "port,8080,9999,works",
  })
  void aFlagHasFlaggersNameAndDefault(String flag, String byDefault, String other, String becomes) {
    assertThat(text(flag, parse(Map.of()))).isEqualTo(byDefault);
    var options = parse(Map.of(), "-" + flag + "=" + other);
    assertThat(text(flag, options)).isEqualTo(other);
    assertThat(errors.toString()).isEmpty();
    var told = Unsupported.warnings(options).stream().anyMatch(w -> w.contains("-" + flag));
    assertThat(told).isEqualTo(becomes.equals("not yet"));
    assertThat(Unsupported.refusal(options).isPresent()).isEqualTo(becomes.equals("refused"));
  }

  @ParameterizedTest
  @CsvSource({
    "kubeconfig-qps,100",
    "kubeconfig-burst,250",
    "control-loop-interval,10s",
    "threadiness,2",
    "zap-replace-globals,true",
    "v,4",
    "logtostderr,true",
    "stderrthreshold,2"
  })
  void aRetiredFlagSaysWhatTakesItsPlace(String flag, String value) {
    parse(Map.of(), "-" + flag + "=" + value);
    assertThat(errors.toString()).startsWith("-" + flag + " has no effect: ");
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK_URL,slack-url",
    "SLACK_TOKEN,slack-token",
    "SLACK_PROXY_URL,slack-proxy-url",
    "MSTEAMS_URL,msteams-url",
    "MSTEAMS_PROXY_URL,msteams-proxy-url",
    "EVENT_WEBHOOK_URL,event-webhook"
  })
  void aVariableWinsOverItsFlag(String variable, String flag) {
    var options = parse(Map.of(variable, "http://variable"), "-" + flag + "=http://flag");
    assertThat(text(flag, options)).isEqualTo("http://variable");
    assertThat(text(flag, parse(Map.of(variable, ""), "-" + flag + "=http://flag")))
        .isEqualTo("http://flag");
  }

  @ParameterizedTest
  @CsvSource({
    "debug,debug",
    "info,info",
    "warn,warn",
    "warning,warn",
    "error,error",
    "fatal,error",
    "panic,error"
  })
  void aLogLevelIsTheLevelOfThatName(String level, String threshold) {
    assertThat(parse(Map.of(), "-log-level=" + level).log().level().threshold())
        .isEqualTo(threshold);
  }

  @Test
  void versionPrintsAndEnds() {
    parse(Map.of(), "-version");
    assertThat(out.toString()).startsWith("burgee ");
  }

  @Test
  void anUnknownFlagWarnsAndStopsNothing() {
    parse(Map.of(), "-leader-elect=true");
    assertThat(errors.toString()).contains("-leader-elect is not a flag of this command");
  }

  @Test
  void everyFlagIsInTheTable() {
    assertThat(VALUES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            new CommandLine(new Run())
                .getCommandSpec().options().stream()
                    .flatMap(option -> List.of(option.names()).stream())
                    .filter(name -> name.startsWith("--"))
                    .map(name -> name.substring(2))
                    .filter(name -> !name.equals("help") && !name.equals("version"))
                    .toList());
  }

  private static String text(String flag, RunOptions options) {
    return VALUES.getOrDefault(flag, any -> "").apply(options).toString();
  }

  private RunOptions parse(Map<String, String> environment, String... arguments) {
    var line = new CommandLine(new Root()).addSubcommand("run", run);
    line.setErr(new PrintWriter(errors, true));
    line.setOut(new PrintWriter(out, true));
    var all = new java.util.ArrayList<>(List.of("run"));
    all.addAll(List.of(arguments));
    assertThat(line.execute(all.toArray(String[]::new))).isZero();
    return run.flags.options(environment);
  }
}
