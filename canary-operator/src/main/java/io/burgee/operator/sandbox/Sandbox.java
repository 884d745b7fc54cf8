package io.burgee.operator.sandbox;

import io.burgee.kube.Clients;
import io.burgee.kube.HttpEndpoint;
import io.burgee.operator.canary.Settings;
import io.burgee.operator.process.OperatorProcess;
import io.burgee.operator.process.StartTime;
import io.burgee.operator.process.Stopping;
import io.burgee.operator.view.Texts;
import io.burgee.operator.workload.Inheritance;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sandbox command's work: a cluster, the operator in it, and releases until they have ended.
 */
public final class Sandbox {
  private final Options options;
  private final List<Scenario.Release> releases;
  private final View view;
  private final AtomicLong requests = new AtomicLong();

  /**
   * What is asked for.
   *
   * @param port of the API server; 0 for any free one
   * @param speed how many times as fast as usual time passes
   * @param keep whether it goes on after the scenario, until the process is ended
   * @param onlyCluster whether there is no operator and no scenario
   */
  public record Options(
      int port, double speed, Scenario scenario, boolean keep, boolean onlyCluster) {}

  private Sandbox(Options options, List<Scenario.Release> releases, View view) {
    this.options = options;
    this.releases = releases;
    this.view = view;
  }

  /**
   * Runs it to its end.
   *
   * @return whether every release ended as it should
   */
  public static boolean run(Options options, Screen screen)
      throws IOException, InterruptedException {
    return run(options, options.scenario().releases(), screen);
  }

  /** With other releases than the scenario's. */
  static boolean run(Options options, List<Scenario.Release> releases, Screen screen)
      throws IOException, InterruptedException {
    try (var view = screen.view()) {
      return new Sandbox(options, releases, view).run();
    }
  }

  private boolean run() throws IOException, InterruptedException {
    try (var cluster = SandboxCluster.start(options.port(), options.speed());
        var kubeconfig = KubeconfigFile.write(cluster.kubeconfig())) {
      // Ctrl-C must not leave a file behind, nor a terminal without a cursor.
      var atExit =
          new Thread(
              () -> {
                view.close();
                kubeconfig.delete();
              });
      Runtime.getRuntime().addShutdownHook(atExit);
      try {
        say("export KUBECONFIG=" + kubeconfig.path());
        return options.onlyCluster() ? only(cluster) : operate(cluster, kubeconfig);
      } finally {
        Runtime.getRuntime().removeShutdownHook(atExit);
      }
    }
  }

  private boolean only(SandboxCluster cluster) throws InterruptedException {
    say("API server  " + cluster.url());
    say("metrics     " + cluster.prometheus());
    say(
        "started in  "
            + Texts.duration(StartTime.since())
            + "; Ctrl-C ends it. An operator for it:");
    say(
        "  burgee run --metrics-server %s --speed %s --log-level info --zap-encoding console"
            .formatted(cluster.prometheus(), Texts.decimal(options.speed())));
    forever();
    return true;
  }

  private boolean operate(SandboxCluster cluster, KubeconfigFile kubeconfig)
      throws IOException, InterruptedException {
    try (var client = client(cluster);
        var operator = OperatorProcess.start(setup(client, cluster))) {
      say("metrics of the operator: http://127.0.0.1:" + operator.port() + "/metrics");
      say(
          "ready in "
              + Texts.duration(StartTime.since())
              + ", time passes "
              + speed()
              + " as fast");
      var passed = releases(cluster);
      if (options.keep()) {
        say("");
        say("Kept running until Ctrl-C. For kubectl:");
        say("export KUBECONFIG=" + kubeconfig.path());
        forever();
      }
      Stopping.begin();
      return passed;
    }
  }

  private boolean releases(SandboxCluster cluster) throws InterruptedException {
    var trial = new Trial(cluster, view, requests::get, options.speed());
    var results = new ArrayList<Result>();
    var passed = trial.initialise();
    if (passed) {
      for (var release : releases) {
        var result = trial.release(release);
        results.add(result);
        passed &= result.asExpected();
        if (!result.asExpected()) {
          break; // what is released next would say nothing
        }
      }
    }
    say("");
    view.say(Result.table(results));
    say("");
    say(passed ? "Everything went as expected." : "NOT everything went as expected.");
    return passed;
  }

  private KubernetesClient client(SandboxCluster cluster) {
    var config = Config.fromKubeconfig(cluster.kubeconfig());
    return Clients.connect(config, "sandbox", requests::incrementAndGet);
  }

  private OperatorProcess.Setup setup(KubernetesClient client, SandboxCluster cluster) {
    return new OperatorProcess.Setup(
        client,
        new Settings(
            "istio",
            cluster.prometheus(),
            new Inheritance(List.of("app"), List.of()),
            true,
            true,
            options.speed()),
        Optional.empty(),
        Optional.empty(),
        0,
        HttpEndpoint.Reach.LOOPBACK,
        "sandbox");
  }

  private String speed() {
    return Texts.decimal(options.speed()) + " times";
  }

  private void say(String line) {
    view.say(List.of(line));
  }

  private static void forever() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
