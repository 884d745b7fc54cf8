package io.burgee.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Answers instant queries on loopback as Prometheus' HTTP API does, with what a test says. What a
 * query means is not its business: the test maps query texts to answers, at any time.
 */
public final class FakePrometheus implements AutoCloseable {
  private static final String PATH = "/api/v1/query";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<String, PrometheusReply> replies = _ -> PrometheusReply.noSeries();

  private FakePrometheus(HttpServer server) {
    this.server = server;
  }

  /** Listens on a port of its own; answers every query with an empty vector at first. */
  public static FakePrometheus start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var fake = new FakePrometheus(HttpServer.create(loopback, 0));
      fake.server.setExecutor(fake.threads);
      fake.server.createContext("/", fake::handle);
      fake.server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code http://127.0.0.1:1234}, as in a Canary's {@code metricsServer}. */
  public String address() {
    var bound = server.getAddress();
    return "http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort();
  }

  /** From now on all queries get this answer. */
  public void reply(PrometheusReply reply) {
    replies = _ -> reply;
  }

  /** From now on queries get the answer that {@code byQuery} gives for their text. */
  public void reply(Function<String, PrometheusReply> byQuery) {
    replies = byQuery;
  }

  /** All requests so far, oldest first. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Keeps no request of before, for a test that makes very many. */
  public void forget() {
    requests.clear();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = query(exchange);
      requests.add(
          new Request(exchange.getRequestURI().getPath(), query, exchange.getRequestHeaders()));
      var known = exchange.getRequestURI().getPath().endsWith(PATH);
      var reply =
          known ? replies.apply(query) : PrometheusReply.status(404, "404 page not found\n");
      if (reply.never()) {
        closing.await();
        return;
      }
      var body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String query(HttpExchange exchange) {
    var raw = exchange.getRequestURI().getRawQuery();
    for (var parameter : raw == null ? new String[0] : raw.split("&", -1)) {
      if (parameter.startsWith("query=")) {
        return URLDecoder.decode(parameter.substring("query=".length()), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** What was asked, and how. Header names are capitalised as in {@code X-Scope-Orgid}. */
  public record Request(String path, String query, Map<String, List<String>> headers) {}
}
