package io.burgee.operator.e2e;

import io.burgee.api.Crds;
import io.burgee.testsupport.ApiRequests;
import io.burgee.testsupport.Options;
import io.burgee.testsupport.ProcessFigures;
import io.burgee.testsupport.RealControlPlane;
import io.burgee.testsupport.User;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What an operator with many Canaries costs while nothing happens, and how fast it notices that
 * something does. Prints tables. See bench/idle-200.
 */
final class IdleBench {
  private static final int CANARIES = Integer.getInteger("canaries", 200);
  private static final int MINUTES = Integer.getInteger("minutes", 3);
  private static final int CHANGES = Integer.getInteger("changes", 40);
  private static final Duration CALM = Duration.ofSeconds(30);
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(1);
  private static final double MEBI = 1 << 20;

  private final RealControlPlane plane;
  private final KubernetesClient client;
  private final RunningOperator operator;

  private IdleBench(RealControlPlane plane, KubernetesClient client, RunningOperator operator) {
    this.plane = plane;
    this.client = client;
    this.operator = operator;
  }

  /** Takes the words that start the program, before {@code run}. */
  public static void main(String[] program) throws IOException, InterruptedException {
    var log = Files.createTempFile("burgee-bench-", ".log");
    try (var plane = RealControlPlane.start(Options.defaults().withOperatorRole(Roles.FILE));
        var client = plane.client(User.ADMIN);
        var metrics = new LiveMetrics(client)) {
      plane.installIstio();
      plane.install(Crds.yaml());
      plane.install(Files.readString(Roles.FILE)); // the namespace of the lease
      var flags =
          List.of(
              "--metrics-server=" + metrics.address(),
              "--enable-leader-election=true",
              "--leader-election-namespace=burgee-system",
              "--log-level=info");
      try (var operator = RunningOperator.start(plane, log, List.of(program), flags)) {
        new IdleBench(plane, client, operator).run();
      }
    } finally {
      System.out.println("The operator's log is in " + log);
    }
    System.exit(0); // the client's threads would keep the JVM
  }

  private void run() throws InterruptedException {
    machine();
    var fleet = Fleet.create(plane, client, CANARIES);
    var took = fleet.awaitInitialised();
    System.out.printf(
        "%n%d canaries initialised, %d s after the last was created%n", CANARIES, took.toSeconds());
    TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
    idle();
    changes(fleet);
    memory("after the changes");
  }

  private void idle() throws InterruptedException {
    var window = Duration.ofMinutes(MINUTES);
    var start = Instant.now();
    var before = operator.figures();
    TimeUnit.MILLISECONDS.sleep(window.toMillis());
    var after = operator.figures();
    var requests = requests(User.OPERATOR).between(start, start.plus(window));

    System.out.printf("%nIdle for %d minutes: requests per minute%n", MINUTES);
    requests
        .counts()
        .forEach((kind, count) -> System.out.printf("%8.1f  %s%n", (double) count / MINUTES, kind));
    System.out.printf("%8.1f  in all%n", requests.perMinute(window));
    var cpu = after.cpu().minus(before.cpu());
    System.out.printf("CPU seconds per minute: %.2f%n", cpu.toMillis() / 1000.0 / MINUTES);
    memory("idle");
  }

  private void changes(Fleet fleet) throws InterruptedException {
    var changed = new ArrayList<Storefront>();
    var start = Instant.now();
    for (var ship : fleet.ships().subList(0, Math.min(CHANGES, CANARIES))) {
      ship.release("1.1.0");
      changed.add(ship);
      TimeUnit.MILLISECONDS.sleep(BETWEEN_CHANGES.toMillis());
    }
    TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
    var end = Instant.now();
    var found =
        ChangeLatencies.of(
            changed,
            requests(User.ADMIN).between(start, end),
            requests(User.OPERATOR).between(start, end));
    System.out.printf(
        "%nAfter a change of a target, of %d (seconds)  p50     p99%n", changed.size());
    line("until the first write", found.firstWrite());
    line("until the canary's first weight", found.firstWeight());
  }

  private static void line(String what, List<Duration> sorted) {
    System.out.printf(
        "%-44s %6.2f  %6.2f%n",
        what,
        ChangeLatencies.percentile(sorted, 50).toMillis() / 1000.0,
        ChangeLatencies.percentile(sorted, 99).toMillis() / 1000.0);
  }

  private ApiRequests requests(User user) {
    return plane.auditLog().orElseThrow().requests(plane.userName(user));
  }

  private void memory(String when) {
    System.out.printf("RSS %s: %.0f MiB%n", when, resident(operator.figures()));
  }

  private static double resident(ProcessFigures figures) {
    return figures.residentBytes().orElse(0) / MEBI;
  }

  private static void machine() {
    var system = Runtime.getRuntime();
    System.out.printf(
        "%d processors, Java %s, %s %s%n",
        system.availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }
}
