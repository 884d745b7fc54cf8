package io.burgee.operator.process;

import io.burgee.kube.HttpEndpoint;
import io.burgee.kube.Leadership;
import io.burgee.kube.NamespacedName;
import io.burgee.kube.WriteLog;
import io.burgee.metrics.Exporter;
import io.burgee.operator.canary.Operator;
import io.burgee.operator.canary.Settings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operator with what surrounds it in a process of its own: health, metrics, leadership. */
public final class OperatorProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorProcess.class);
  private static final String LEASE = "burgee-leader-election";

  private final Operator operator;
  private final HttpEndpoint endpoint;
  private final @Nullable Leadership leadership;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean lost;
  private boolean closed;

  /**
   * How it is started.
   *
   * @param namespace the only one to look at; empty for all
   * @param leaseNamespace where the Lease is; empty when there is just one replica
   * @param port of health and metrics; 0 for any free one
   */
  public record Setup(
      KubernetesClient client,
      Settings settings,
      Optional<String> namespace,
      Optional<String> leaseNamespace,
      int port,
      HttpEndpoint.Reach reach,
      String version) {}

  private OperatorProcess(Setup setup) throws IOException {
    var metrics = new CollectorRegistry();
    var exporter = new Exporter(metrics);
    exporter.running(setup.version(), setup.settings().meshProvider());
    operator =
        Operator.of(
            new Operator.Parts(
                setup.client(),
                setup.settings(),
                setup.namespace(),
                exporter,
                Clock.systemUTC(),
                WriteLog.NONE));
    endpoint =
        HttpEndpoint.start(setup.port(), setup.reach(), metrics)
            .readyWhen("caches", operator::problem);
    leadership =
        setup.leaseNamespace().map(namespace -> leadership(setup.client(), namespace)).orElse(null);
  }

  /**
   * Starts it; it reconciles when this returns, or is ready to when it gets the lead.
   *
   * @throws io.burgee.kube.Transient when the cluster can't be read
   */
  public static OperatorProcess start(Setup setup) throws IOException, InterruptedException {
    var process = new OperatorProcess(setup);
    try {
      process.begin();
      return process;
    } catch (RuntimeException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  /** Where health and metrics are served. */
  public int port() {
    return endpoint.port();
  }

  /** Blocks until it is closed or lost the lead. Returns whether it ended as it should. */
  public boolean await() throws InterruptedException {
    over.await();
    return !lost;
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends the reconciles under way, then gives the lead away. */
  public synchronized void stop() {
    if (closed) {
      return;
    }
    closed = true;
    operator.close();
    if (leadership != null) {
      leadership.close();
    }
    endpoint.close();
    over.countDown();
    LOG.info("stopped");
  }

  private void begin() throws InterruptedException {
    operator.fill();
    if (leadership == null) {
      operator.lead();
    } else {
      leadership.start();
    }
  }

  private Leadership leadership(KubernetesClient client, String namespace) {
    return new Leadership(
        client,
        new NamespacedName(namespace, LEASE),
        Leadership.identity(),
        Leadership.Timing.standard(),
        operator::lead,
        this::lost);
  }

  /** The process has to end: leadership does not come back, and another one leads soon. */
  private void lost() {
    lost = true;
    over.countDown();
  }
}
