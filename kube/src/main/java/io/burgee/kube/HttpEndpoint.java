package io.burgee.kube;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves {@code /healthz}, {@code /readyz} and {@code /metrics}. */
public final class HttpEndpoint implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Supplier<Optional<String>>> liveness = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Optional<String>>> readiness = new ConcurrentHashMap<>();

  /** The clients that may connect. */
  public enum Reach {
    EVERYWHERE,
    LOOPBACK
  }

  private HttpEndpoint(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens and answers at once; ready as soon as no check objects.
   *
   * @param port 0 for any free one
   */
  public static HttpEndpoint start(int port, Reach reach, CollectorRegistry metrics)
      throws IOException {
    // Read once, when the JDK's server class is initialised: without it every answer waits for the
    // other side's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var address =
        reach == Reach.LOOPBACK
            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
            : new InetSocketAddress(port);
    var endpoint = new HttpEndpoint(HttpServer.create(address, 0));
    endpoint.serve(metrics);
    return endpoint;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * Adds a check to {@code /healthz}: failing it gets the process restarted.
   *
   * @param problem empty when all is well; must not block
   */
  public HttpEndpoint healthyWhen(String name, Supplier<Optional<String>> problem) {
    liveness.put(name, problem);
    return this;
  }

  /**
   * Adds a check to {@code /readyz}.
   *
   * @param problem empty when all is well; must not block
   */
  public HttpEndpoint readyWhen(String name, Supplier<Optional<String>> problem) {
    readiness.put(name, problem);
    return this;
  }

  /** Adds a page, such as the ledger of runs. The path must not be one of the three. */
  public HttpEndpoint page(String path, String contentType, Supplier<String> body) {
    server.createContext(
        path, x -> answer(x, path, () -> new Answer(200, contentType, body.get())));
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private record Answer(int status, String contentType, String body) {}

  private void serve(CollectorRegistry metrics) {
    server.setExecutor(threads);
    server.createContext("/healthz", x -> answer(x, "/healthz", () -> checked(liveness)));
    server.createContext("/readyz", x -> answer(x, "/readyz", () -> checked(readiness)));
    server.createContext("/metrics", x -> answer(x, "/metrics", () -> scrape(x, metrics)));
    server.start();
  }

  private static Answer checked(Map<String, Supplier<Optional<String>>> checks) {
    var problems = new LinkedHashMap<String, String>();
    checks.forEach((name, check) -> check.get().ifPresent(p -> problems.put(name, p)));
    if (problems.isEmpty()) {
      return new Answer(200, TEXT, "OK\n");
    }
    var lines = new StringBuilder();
    problems.forEach((name, p) -> lines.append(name).append(": ").append(p).append('\n'));
    return new Answer(503, TEXT, lines.toString());
  }

  private static Answer scrape(HttpExchange exchange, CollectorRegistry metrics) {
    var accepted =
        exchange.getRequestHeaders().getOrDefault("Accept", List.of()).stream()
            .findFirst()
            .orElse("");
    var format = TextFormat.chooseContentType(accepted);
    var text = new StringWriter();
    try {
      TextFormat.writeFormat(format, text, metrics.metricFamilySamples());
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return new Answer(200, format, text.toString());
  }

  private static void answer(HttpExchange exchange, String path, Supplier<Answer> answers)
      throws IOException {
    try (exchange) {
      // A context also gets every path below it.
      var found = exchange.getRequestURI().getPath().equals(path);
      var answer = found ? answers.get() : new Answer(404, TEXT, "not found\n");
      var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType);
      var head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status, head ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
