package io.burgee.operator.cli;

import io.burgee.kube.Clients;
import io.burgee.kube.HttpEndpoint;
import io.burgee.kube.Transient;
import io.burgee.operator.canary.Settings;
import io.burgee.operator.process.Logging;
import io.burgee.operator.process.OperatorProcess;
import io.burgee.operator.process.StartTime;
import io.burgee.operator.process.Stopping;
import io.burgee.operator.workload.Inheritance;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the operator until it is told to stop. Takes Flagger's flags as they are. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    preprocessor = GoStyle.class,
    versionProvider = Version.class,
    description = "Runs the operator.",
    footer = "%nFlags are taken with one dash or two, as Flagger's manifests have them.")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Mixin private RunFlags flags = new RunFlags();

  @Option(
      names = "--speed",
      hidden = true,
      paramLabel = "N",
      description = "Divides every duration of a Canary, for a simulated cluster at that speed.")
  private double speed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var options = flags.options(System.getenv());
    var json = options.log().encoding() == RunOptions.Encoding.json;
    Logging.set(options.log().level().threshold(), json);
    Unsupported.warnings(options).forEach(LOG::warn);
    var refusal = Unsupported.refusal(options);
    if (refusal.isPresent()) {
      LOG.error("does not start: {}", refusal.get());
      return 1;
    }
    try (var client = client(options.cluster())) {
      return run(setup(options, client));
    } catch (Transient e) {
      LOG.error("gave up: {}", e.getMessage());
      return 1;
    }
  }

  private static int run(OperatorProcess.Setup setup) throws IOException, InterruptedException {
    try (var process = OperatorProcess.start(setup)) {
      // After an orderly stop the process should not seem to have failed, as it would with the
      // code that the JVM ends with after a signal.
      var stop =
          new Thread(
              () -> {
                Stopping.begin();
                process.stop();
                Runtime.getRuntime().halt(0);
              });
      Runtime.getRuntime().addShutdownHook(stop);
      LOG.info("ready in {} ms, port {}", StartTime.since().toMillis(), process.port());
      if (process.await()) {
        return 0;
      }
      Runtime.getRuntime().removeShutdownHook(stop);
      Stopping.begin();
      return 1;
    }
  }

  private OperatorProcess.Setup setup(RunOptions options, KubernetesClient client) {
    return new OperatorProcess.Setup(
        client,
        new Settings(
            options.meshProvider(),
            options.metricsServer(),
            new Inheritance(options.selectorLabels(), options.includeLabelPrefix()),
            options.configTracking(),
            !options.noCrossNamespaceRefs(),
            speed,
            options.eventWebhook()),
        given(options.namespace()),
        Optional.of(options.leadership())
            .filter(RunOptions.Leadership::enabled)
            .map(RunOptions.Leadership::namespace),
        options.port(),
        HttpEndpoint.Reach.EVERYWHERE,
        Version.number());
  }

  private static KubernetesClient client(RunOptions.Cluster cluster) {
    var config =
        given(cluster.kubeconfig())
            .map(path -> Config.fromKubeconfig(new File(path)))
            .orElseGet(() -> Config.autoConfigure(null));
    if (!cluster.master().isEmpty()) {
      config = new ConfigBuilder(config).withMasterUrl(cluster.master()).build();
    }
    return Clients.connect(config, Version.number());
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }
}
