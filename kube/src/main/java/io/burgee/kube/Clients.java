package io.burgee.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Makes the client that a process talks to one API server with.
 *
 * <p>It never repeats a request by itself: fabric8 would repeat up to ten times for ten minutes,
 * while the caller holds a view that grows old. A failure comes back at once as {@link Transient},
 * and the queue's back-off repeats the reconcile from a fresh view. Watches are plain HTTP streams;
 * asking for a WebSocket first would double the requests.
 */
public final class Clients {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration REQUEST = Duration.ofSeconds(15);

  /** HTTP/2 pings, so that a watch over a dead connection is noticed. */
  private static final Duration PING = Duration.ofSeconds(30);

  private Clients() {}

  /**
   * From the file, or what {@code KUBECONFIG}, {@code ~/.kube/config} or the pod's service account
   * give.
   *
   * @param version ours, for the user agent
   */
  public static KubernetesClient connect(Optional<Path> kubeconfig, String version) {
    return connect(
        kubeconfig.map(Path::toFile).map(Clients::load).orElseGet(() -> Config.autoConfigure(null)),
        version);
  }

  /** With the server and credentials of the given configuration, and our own habits. */
  public static KubernetesClient connect(Config base, String version) {
    return connect(base, version, () -> {});
  }

  /**
   * As {@link #connect(Config, String)}.
   *
   * @param requested called for every request, watches included; must not block
   */
  public static KubernetesClient connect(Config base, String version, Runnable requested) {
    var config =
        new ConfigBuilder(base)
            .withOnlyHttpWatches(true)
            .withConnectionTimeout(Math.toIntExact(CONNECT.toMillis()))
            .withRequestTimeout(Math.toIntExact(REQUEST.toMillis()))
            .withRequestRetryBackoffLimit(0)
            .withWebsocketPingInterval(PING.toMillis())
            .withUserAgent(Applier.MANAGER + "/" + version)
            .build();
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new WatchStreams())
        .withHttpClientBuilderConsumer(
            builder -> builder.addOrReplaceInterceptor("requested", telling(requested)))
        .withTaskExecutorSupplier(
            () ->
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("kubernetes-", 0).factory()))
        .build();
  }

  private static Interceptor telling(Runnable requested) {
    return new Interceptor() {
      @Override
      public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        requested.run();
      }
    };
  }

  private static Config load(File kubeconfig) {
    return Config.fromKubeconfig(kubeconfig);
  }
}
